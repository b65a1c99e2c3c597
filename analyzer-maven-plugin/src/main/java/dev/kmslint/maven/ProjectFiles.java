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

  private final Path basedir;
  private final Path root;
  private final List<String> paths;
  private final Path top;
  private final List<Path> folders;
  private final List<Path> passedOver;

  /**
   * Files. All paths are absolute.
   *
   * @param basedir the project's folder
   * @param root the root of the build
   * @param paths the files and folders to check, relative to the project; empty for {@code folders}
   * @param top what patterns are relative to
   * @param folders those to check when nothing is named
   * @param passedOver what is not checked of them
   */
  ProjectFiles(
      Path basedir,
      Path root,
      List<String> paths,
      Path top,
      List<Path> folders,
      List<Path> passedOver) {
    this.basedir = basedir;
    this.root = root;
    this.paths = List.copyOf(paths);
    this.top = top;
    this.folders = List.copyOf(folders);
    this.passedOver = List.copyOf(passedOver);
  }

  /**
   * The files of one project.
   *
   * @param modules the project's modules, as its pom names them
   */
  static ProjectFiles of(
      Path basedir, Path root, List<String> paths, Path buildDirectory, List<String> modules) {
    List<Path> passedOver = new ArrayList<>(built(basedir, buildDirectory));
    for (String module : modules) {
      Path path = basedir.resolve(module).normalize();
      Path parent = path.getParent();
      passedOver.add(Files.isRegularFile(path) && parent != null ? parent : path);
    }
    return new ProjectFiles(basedir, root, paths, basedir, List.of(basedir), passedOver);
  }

  /**
   * The folders of a project that hold what was built, and policies that may be wrong on purpose.
   */
  static List<Path> built(Path basedir, Path buildDirectory) {
    return List.of(
        basedir.resolve("src/test"),
        basedir.resolve("src/it"),
        basedir.resolve(buildDirectory).normalize());
  }

  /** The root of the build. */
  Path root() {
    return root;
  }

  /** The files and folders to check, with absolute names. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (paths.isEmpty()) {
      for (Path folder : folders) {
        arguments.add(folder.toString());
      }
    }
    for (String path : paths) {
      // Not a Path: on Windows a pattern cannot be one.
      File file = new File(path);
      arguments.add(file.isAbsolute() ? path : new File(basedir.toFile(), path).toString());
    }
    return arguments;
  }

  /** What is read of the folders among them. */
  Selection selection(List<String> includes, List<String> excludes) {
    List<String> all = new ArrayList<>(excludes);
    if (paths.isEmpty()) {
      for (Path folder : passedOver) {
        if (folder.startsWith(top) && !folder.equals(top)) {
          all.add("/" + top.relativize(folder).toString().replace('\\', '/'));
        }
      }
    }
    return new Selection(top, includes, all);
  }

  /**
   * The configuration that holds: the one that is named; else none, so that the one in a folder
   * among the paths is taken; else the nearest one from the project's folder upwards.
   *
   * @return its name; empty when the analyzer is to look for itself
   */
  String configuration(@Nullable File named) {
    if (named != null) {
      return named.toString();
    }
    for (String argument : paths.isEmpty() ? List.<String>of() : arguments()) {
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
   * @param all whether the goal runs in all of them, not only where the plugin is configured
   */
  @Nullable MavenProject ownerOf(
      String configuration, @Nullable List<MavenProject> projects, boolean all) {
    if (configuration.isEmpty() || projects == null) {
      return null;
    }
    Path folder = Path.of(configuration).getParent();
    for (MavenProject project : projects) {
      boolean there = project.getBasedir().toPath().toAbsolutePath().normalize().equals(folder);
      if (there && !basedir.equals(folder) && (all || project.getPlugin(PLUGIN) != null)) {
        return project;
      }
    }
    return null;
  }
}
