package dev.kmslint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the command inside this process, in a folder. */
final class Kmslint {
  static final String KEY_POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
          "Action": "kms:*",
          "Resource": "*"
        }
      }
      """;
  static final String BAD_POLICY = KEY_POLICY.replace("kms:*", "kms=Decrypt");

  final Path folder;
  final Map<String, String> environment = new HashMap<>();
  byte[] stdin = new byte[0];

  /** What a run said. */
  record Result(int status, String out, String err) {}

  Kmslint(Path folder) {
    this.folder = folder;
  }

  Kmslint file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Kmslint file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    int status =
        Main.run(args, new ByteArrayInputStream(stdin), outStream, errStream, environment, folder);
    outStream.flush();
    errStream.flush();
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
