package dev.kmslint.cli;

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
 */
record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingFolder,
    boolean terminal) {

  /** Says something on standard error. */
  void say(String message) {
    err.print("kmslint: " + message + "\n");
  }
}
