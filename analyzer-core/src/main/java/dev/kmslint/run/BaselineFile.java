package dev.kmslint.run;

import dev.kmslint.config.BaselineReader;
import dev.kmslint.config.ConfigFault;
import dev.kmslint.lint.Baseline;
import dev.kmslint.source.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of a baseline, and how it calls the files that its entries are about. */
final class BaselineFile {
  private final Workspace workspace;
  private final String name;
  private final Path file;
  private final Workspace own;

  /**
   * @param name as an option gives it; empty when it gives none
   */
  BaselineFile(Workspace workspace, String name) throws UsageException {
    this.workspace = workspace;
    this.name = name;
    this.file = Arguments.path(workspace, name.isEmpty() ? "none" : name);
    Path folder = file.getParent();
    this.own = new Workspace(folder == null ? workspace.folder() : folder);
  }

  /** The name as the option gives it; empty when it gives none. */
  String name() {
    return name;
  }

  boolean isGiven() {
    return !name.isEmpty();
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * What it says.
   *
   * @throws UsageException when it cannot be read or is wrong
   */
  Baseline read() throws UsageException {
    String title = workspace.nameOf(file);
    byte[] bytes;
    try {
      bytes = Files.isDirectory(file) ? null : Loader.read(file);
    } catch (IOException e) {
      throw new UsageException("the baseline `" + title + "` cannot be read: " + Errors.reason(e));
    }
    if (bytes == null) {
      throw new UsageException("`" + title + "` is no baseline");
    }
    BaselineReader.Result result = BaselineReader.read(JsonReader.read(title, bytes));
    if (!result.faults().isEmpty()) {
      List<String> complaints = new ArrayList<>();
      for (ConfigFault fault : result.faults()) {
        complaints.add(fault.toString());
      }
      throw new UsageException(complaints);
    }
    return result.baseline();
  }

  /** How this baseline calls a file that reports call so. */
  String nameHere(String reported) {
    return reported.equals(Loader.STDIN) ? reported : own.nameOf(workspace.resolve(reported));
  }

  /** The path of a file that this baseline names; null when it can be none. */
  @Nullable Path path(String nameHere) {
    try {
      return own.resolve(nameHere);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** How reports call a file that this baseline names. */
  String reported(String nameHere) {
    Path path = nameHere.equals(Loader.STDIN) ? null : path(nameHere);
    return path == null ? nameHere : workspace.nameOf(path);
  }
}
