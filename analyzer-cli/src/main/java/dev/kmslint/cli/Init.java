package dev.kmslint.cli;

import dev.kmslint.lint.Report;
import dev.kmslint.report.ReportFile;
import dev.kmslint.run.Starter;
import dev.kmslint.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The command that writes a first configuration. */
final class Init {
  private Init() {}

  /** Runs the command; the exit status. */
  static int run(String name, Surroundings around) throws UsageException {
    Path folder = folder(name, around);
    Path file = folder.resolve(Starter.fileName());
    String title = name.equals(".") ? Starter.fileName() : name + "/" + Starter.fileName();
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException("`" + title + "` is already there, and stays as it is");
    }
    Starter starter = Starter.of(folder);
    int status = 0;
    for (Report.InputError error : starter.errors()) {
      around.say(error.file() + ": " + error.message());
      status = 3;
    }
    try {
      ReportFile.write(file, out -> out.write(starter.text()));
    } catch (IOException e) {
      around.say("`" + title + "` cannot be written: " + e.getMessage());
      return 3;
    }
    int shares = starter.shares();
    around
        .out()
        .print(
            "wrote "
                + title
                + ": "
                + (shares == 1 ? "1 share" : shares + " shares")
                + ", from "
                + (starter.files() == 1 ? "1 file" : starter.files() + " files")
                + "\n");
    return status;
  }

  private static Path folder(String name, Surroundings around) throws UsageException {
    try {
      Path folder = around.workingFolder().resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // Then it is no folder either.
    }
    throw new UsageException("`" + name + "` is no folder");
  }
}
