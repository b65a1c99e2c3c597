package dev.kmslint.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the case files that can lie beside the repository, and reads policies for tests. */
public final class CaseFiles {
  private CaseFiles() {}

  /** A file or folder beside the repository's root; the test is skipped where it is absent. */
  public static Path orSkip(String path) {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve(".mvn"))) {
      root = root.getParent();
    }
    Path found = root == null ? Path.of(path) : root.resolveSibling("shared").resolve(path);
    assumeTrue(Files.exists(found), () -> "skipped: there is no ../shared/" + path);
    return found;
  }

  /** Reads JSON text that has no faults. */
  public static Node json(String text) {
    Document document = JsonReader.read(new SourceFile("test.json", text));
    Node root = document.root();
    if (root == null) {
      throw new AssertionError(document.faults().toString());
    }
    return root;
  }

  /** Reads a policy from JSON text; single quotes stand for double quotes. */
  public static Policy policy(PolicyKind kind, String text) {
    return PolicyReader.read(json(text.replace('\'', '"')), kind);
  }
}
