package dev.kmslint.maven;

import dev.kmslint.config.Config;
import dev.kmslint.run.Selection;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Which files of a project are checked, and which configuration holds for them. */
final class ProjectFiles {
  private static final String PLUGIN = "dev.kmslint:analyzer-maven-plugin";

  /** Folders whose policies are often wrong on purpose. */
  private static final List<String> TESTS = List.of("/src/test", "/src/it");

  private final Path basedir;
  private final Path root;
  private final List<String> paths;
  private final Path buildDirectory;
  private final List<String> modules;

  /**
   * The files of a project.
   *
   * @param root the root of the build
   * @param paths the files and folders to check, relative to the project; empty for all of it
   * @param modules the project's modules, as its pom names them
   */
  ProjectFiles(
      Path basedir, Path root, List<String> paths, Path buildDirectory, List<String> modules) {
    this.basedir = basedir.toAbsolutePath().normalize();
    this.root = root.toAbsolutePath().normalize();
    this.paths = List.copyOf(paths);
    this.buildDirectory = buildDirectory;
    this.modules = List.copyOf(modules);
  }

  /** The root of the build. */
  Path root() {
    return root;
  }

  /** The files and folders to check, with absolute names. */
  List<String> arguments() {
    if (paths.isEmpty()) {
      return List.of(basedir.toString());
    }
    List<String> arguments = new ArrayList<>();
    for (String path : paths) {
      // Not a Path: on Windows a pattern cannot be one.
      File file = new File(path);
      arguments.add(file.isAbsolute() ? path : new File(basedir.toFile(), path).toString());
    }
    return arguments;
  }

  /** What is read of the folders among them. */
  Selection selection(List<String> includes, List<String> excludes) {
    List<String> passedOver = new ArrayList<>(excludes);
    if (paths.isEmpty()) {
      passedOver.addAll(TESTS);
      addFolder(buildDirectory, passedOver);
      for (String module : modules) {
        Path folder = basedir.resolve(module);
        addFolder(Files.isRegularFile(folder) ? folder.getParent() : folder, passedOver);
      }
    }
    return new Selection(basedir, includes, passedOver);
  }

  private void addFolder(@Nullable Path folder, List<String> patterns) {
    Path full = basedir.resolve(folder == null ? basedir : folder).normalize();
    if (full.startsWith(basedir) && !full.equals(basedir)) {
      patterns.add("/" + basedir.relativize(full).toString().replace('\\', '/'));
    }
  }

  /**
   * The configuration that holds: the one that is named; else none, so that the one in a folder
   * among the paths is taken; else the nearest one from the project's folder up to the root.
   *
   * @return its name; empty when the analyzer is to look for itself
   */
  String configuration(@Nullable File named) {
    if (named != null) {
      return named.toString();
    }
    for (String argument : arguments()) {
      if (new File(argument, Config.FILE_NAME).isFile()) {
        return "";
      }
    }
    for (Path up = basedir; up != null; up = up.equals(root) ? null : up.getParent()) {
      Path file = up.resolve(Config.FILE_NAME);
      if (Files.isRegularFile(file)) {
        return file.toString();
      }
      if (!up.startsWith(root)) {
        break;
      }
    }
    return "";
  }

  /**
   * The project that checks the shares of a configuration which lies above this project; null when
   * this project has to.
   *
   * @param configuration the configuration's name; empty when it does not lie above
   * @param projects those of the build
   */
  @Nullable MavenProject ownerOf(String configuration, @Nullable List<MavenProject> projects) {
    if (configuration.isEmpty() || projects == null) {
      return null;
    }
    Path folder = Path.of(configuration).getParent();
    for (MavenProject project : projects) {
      boolean there = project.getBasedir().toPath().toAbsolutePath().normalize().equals(folder);
      if (there && !basedir.equals(folder) && project.getPlugin(PLUGIN) != null) {
        return project;
      }
    }
    return null;
  }
}
