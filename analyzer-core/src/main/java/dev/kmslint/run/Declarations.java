package dev.kmslint.run;

import dev.kmslint.intake.Setting.Declaration;
import dev.kmslint.lint.Finding;
import dev.kmslint.source.HclBlocks;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where people declared what stands in a document that a tool made. */
final class Declarations {
  private final Workspace workspace;

  Declarations(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Adds to findings in policies where these were declared. */
  void name(List<Finding> findings, List<Policies.Known> policies) {
    for (Policies.Known known : policies) {
      SourceLocation policy = known.policy().location();
      Finding.Related place = null;
      for (int i = 0; known.setting().declaration() != null && i < findings.size(); i++) {
        SourceLocation at = findings.get(i).location();
        boolean inside =
            at.file().path().equals(policy.file().path())
                && policy.start() <= at.start()
                && at.end() <= policy.end();
        place = inside && place == null ? of(known) : place;
        if (inside && place != null) {
          findings.set(i, findings.get(i).alsoAt(place));
        }
      }
    }
  }

  /**
   * Where a policy was declared: its block in the configuration, where exactly one is found there,
   * else its place in the document; null when it stands where it was written.
   */
  private Finding.@Nullable Related of(Policies.Known known) {
    Declaration declaration = known.setting().declaration();
    if (declaration == null) {
      return null;
    }
    Path document = known.file().path();
    Path parent = document == null ? null : document.getParent();
    SourceLocation block = parent == null ? null : block(parent, declaration);
    String address = "`" + declaration.address() + "`";
    return block == null
        ? new Finding.Related(declaration.location(), "this is " + address)
        : new Finding.Related(block, address + " is declared here");
  }

  private @Nullable SourceLocation block(Path parent, Declaration declaration) {
    if (declaration.folder() == null) {
      return null;
    }
    List<SourceLocation> found = new ArrayList<>();
    try {
      Path folder = parent.resolve(declaration.folder()).normalize();
      for (Path file : files(folder)) {
        byte[] bytes = Loader.read(file);
        if (bytes != null) {
          found.addAll(HclBlocks.find(workspace.nameOf(file), bytes, declaration.words()));
        }
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return null;
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  private static Set<Path> files(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.tf")) {
        for (Path entry : entries) {
          files.add(entry);
        }
      }
    }
    return files;
  }
}
