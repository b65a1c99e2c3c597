package dev.kmslint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks what standard output is. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal, as far as Java can tell. */
  static boolean isStandardOutput() {
    Path link = Path.of("/proc/self/fd/1");
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null; // No Linux. Since Java 22 this can be wrong, without harm.
    }
  }
}
