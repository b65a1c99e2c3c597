package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;

/**
 * The cases of a rule about pairs of policies: each is a folder, and beside it the expected output
 * of {@code check}. A block of a page, named by the word behind {@code bad} or {@code good}, takes
 * the place of one document of a key and an account that use each other rightly.
 */
final class PairCases {
  private static final Path BASE = Path.of("src/test/resources/dev/kmslint/rules/pairing");

  private PairCases() {}

  static void add(String id, Path folder, List<DynamicNode> tests) throws IOException {
    FolderCases.add(id, folder, tests, PairCases::check);
  }

  /** A block of the page. */
  static void checkBlock(String id, RulePage.Block block) throws IOException {
    Path folder = Files.createTempDirectory("kmslint");
    try {
      for (Path file : FolderCases.entries(BASE)) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      Path replaced = folder.resolve(block.words().strip() + ".json");
      assertThat(replaced).exists();
      Files.writeString(replaced, block.text());
      String said = ShareRun.check(folder, List.of(id));
      assertThat(said.contains("[" + id + "]"))
          .as("rule.md:%s: it says <%s>", block.line(), said)
          .isEqualTo(block.bad());
    } finally {
      FolderCases.delete(folder);
    }
  }

  private static void check(String id, Path folder) throws IOException {
    String said = ShareRun.check(folder, List.of(id));
    for (String line : CaseText.heads(said)) {
      boolean verdict = line.startsWith("share case ");
      assertThat(verdict || line.endsWith("[" + id + "]")).as(line).isTrue();
    }
    Goldens.check(FolderCases.expected(folder), said);
  }
}
