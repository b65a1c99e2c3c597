package dev.kmslint.intake;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the cases that lie beside the repository, where they are there. */
final class SharedCases {
  private SharedCases() {}

  static Path folder() {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve(".mvn"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("none") : root.resolve("../shared/cases").normalize();
  }
}
