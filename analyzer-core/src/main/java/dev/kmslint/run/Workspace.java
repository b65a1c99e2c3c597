package dev.kmslint.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a run takes place, and how its files are called.
 *
 * @param folder the working folder, absolute
 */
record Workspace(Path folder) {
  Workspace {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The path that a name stands for.
   *
   * @throws InvalidPathException when it can be no path on this system
   */
  Path resolve(String name) {
    return folder.resolve(name).normalize();
  }

  /**
   * The name of a file in reports: relative to the working folder, with {@code /} between its
   * parts; absolute only where there is no relative way, as to another drive.
   */
  String nameOf(Path file) {
    Path name = file;
    if (folder.getRoot() != null && folder.getRoot().equals(file.getRoot())) {
      name = folder.relativize(file);
    }
    String text = name.toString();
    return text.isEmpty() ? "." : text.replace(java.io.File.separatorChar, '/');
  }
}
