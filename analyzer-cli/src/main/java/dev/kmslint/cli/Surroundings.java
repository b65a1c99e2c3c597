package dev.kmslint.cli;

import dev.kmslint.report.Printable;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around itself.
 *
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param terminal whether standard output is a terminal
 * @param watched whether standard error is a terminal
 */
record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingFolder,
    boolean terminal,
    boolean watched) {

  /** Says something on standard error, in one line that a terminal only shows. */
  void say(String message) {
    err.print("kmslint: " + Printable.of(message) + "\n");
  }
}
