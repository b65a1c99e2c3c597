package dev.kmslint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks what standard output and standard error are. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal, as far as Java can tell. */
  static boolean isStandardOutput() {
    return is("1");
  }

  /** Whether standard error is a terminal, as far as Java can tell. */
  static boolean isStandardError() {
    return is("2");
  }

  private static boolean is(String descriptor) {
    Path link = Path.of("/proc/self/fd", descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return hasConsole(); // No Linux.
    }
  }

  /** Since Java 22 there is always a console, terminal or not, so that it says nothing. */
  @SuppressWarnings("SystemConsoleNull") // Not asked where it is not null.
  private static boolean hasConsole() {
    return Runtime.version().feature() < 22 && System.console() != null;
  }
}
