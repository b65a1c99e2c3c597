package dev.kmslint.samples;

import dev.kmslint.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A person at a terminal, in a folder that holds the samples: what they type and what they see. */
final class Session {
  /** The root of the repository. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Path folder;
  private int status;

  private Session(Path folder) {
    this.folder = folder;
  }

  /** A session in an empty folder, which gets its own copy of the samples. */
  static Session in(Path folder) throws IOException {
    List<String> all = new ArrayList<>(samples());
    all.add("account-exports");
    for (String sample : all) {
      copy(ROOT.resolve("samples").resolve(sample), folder.resolve("samples").resolve(sample));
    }
    return new Session(folder);
  }

  /** The names of the samples. */
  static List<String> samples() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("samples"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(".kmslint.yml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Copies the files of a folder. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** The folder of the session. */
  Path folder() {
    return folder;
  }

  /** The exit status of the last command. */
  int status() {
    return status;
  }

  /**
   * Runs a command; what the terminal shows. {@code kmslint} runs in this process; any other
   * command, and what {@code kmslint} is piped into, in a shell.
   */
  String run(String command) throws IOException, InterruptedException {
    List<String> words = words(command);
    String name = words.get(0);
    if (command.equals("echo $?")) {
      return status + "\n";
    }
    if (name.equals("cd")) {
      folder = folder.resolve(words.get(1)).normalize();
      status = 0;
      return "";
    }
    if (name.equals("kmslint") || name.equals("./kmslint")) {
      int pipe = words.indexOf("|");
      int end = pipe < 0 ? words.size() : pipe;
      String shown = kmslint(words.subList(1, end).toArray(String[]::new));
      return pipe < 0 ? shown : shell(command.substring(command.indexOf('|') + 1), shown);
    }
    return shell(command, "");
  }

  private String shell(String command, String input) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    status = process.waitFor();
    return shown;
  }

  private String kmslint(String... args) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);
    status =
        Main.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            terminal,
            terminal,
            Map.of("PATH", System.getenv().getOrDefault("PATH", "")),
            folder);
    return shown.toString(StandardCharsets.UTF_8);
  }

  /** The words of a command, without their quotes. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : (command + " ").toCharArray()) {
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (quote != 0 || c != ' ') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
