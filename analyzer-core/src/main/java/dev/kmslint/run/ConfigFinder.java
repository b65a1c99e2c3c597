package dev.kmslint.run;

import dev.kmslint.config.Config;
import dev.kmslint.config.ConfigFault;
import dev.kmslint.config.ConfigReader;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.source.Document;
import dev.kmslint.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration of a run: the file that an option names; else the {@code .kmslint.yml}
 * inside a folder that is to be read; else the nearest one from the working folder upwards.
 */
final class ConfigFinder {
  private final Workspace workspace;
  private final RuleSet rules;

  /**
   * A configuration and where it is.
   *
   * @param folder what its names of files are relative to
   * @param file null when there is none
   */
  record Found(Config config, Path folder, @Nullable Path file) {}

  ConfigFinder(Workspace workspace, RuleSet rules) {
    this.workspace = workspace;
    this.rules = rules;
  }

  /**
   * Finds and reads it.
   *
   * @param named the file that an option names; empty without one
   * @param folders folders that are to be read
   */
  Found find(String named, Collection<Path> folders) throws UsageException {
    if (!named.isEmpty()) {
      return read(Arguments.path(workspace, named));
    }
    Set<Path> own = new TreeSet<>();
    for (Path folder : folders) {
      Path file = folder.resolve(Config.FILE_NAME);
      if (Files.isRegularFile(file)) {
        own.add(file);
      }
    }
    if (own.size() > 1) {
      List<String> names = new ArrayList<>();
      for (Path file : own) {
        names.add(workspace.nameOf(file));
      }
      throw new UsageException(
          "these folders bring different configurations, `"
              + String.join("`, `", names)
              + "`; read them one by one, or name one with `--config`");
    }
    for (Path file : own) {
      return read(file);
    }
    for (Path up = workspace.folder(); up != null; up = up.getParent()) {
      Path file = up.resolve(Config.FILE_NAME);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return new Found(Config.empty(), workspace.folder(), null);
  }

  private Found read(Path file) throws UsageException {
    String name = workspace.nameOf(file);
    byte[] bytes;
    try {
      bytes = Files.isDirectory(file) ? null : Loader.read(file);
    } catch (IOException e) {
      throw new UsageException(
          "the configuration `" + name + "` cannot be read: " + Errors.reason(e));
    }
    if (bytes == null) {
      throw new UsageException("`" + name + "` is no configuration");
    }
    Document document = YamlReader.read(name, bytes);
    ConfigReader.Result result = ConfigReader.read(document, rules);
    if (!result.faults().isEmpty()) {
      List<String> complaints = new ArrayList<>();
      for (ConfigFault fault : result.faults()) {
        complaints.add(fault.toString());
      }
      throw new UsageException(complaints);
    }
    Path folder = file.getParent();
    return new Found(result.config(), folder == null ? workspace.folder() : folder, file);
  }
}
