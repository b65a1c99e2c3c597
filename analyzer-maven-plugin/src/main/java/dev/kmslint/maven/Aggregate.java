package dev.kmslint.maven;

import dev.kmslint.config.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The projects of a build, taken as one. */
final class Aggregate {
  private final List<MavenProject> projects;

  /**
   * Projects.
   *
   * @param projects in the order in which they are built; at least one
   */
  Aggregate(List<MavenProject> projects) {
    this.projects = List.copyOf(projects);
  }

  /** The one that acts for all: where Maven was started, else the first. */
  MavenProject leader() {
    for (MavenProject project : projects) {
      if (project.isExecutionRoot()) {
        return project;
      }
    }
    return projects.get(0);
  }

  /** The files of all projects; its patterns are relative to the folder that holds them all. */
  ProjectFiles files(Path root, List<String> paths) {
    Path basedir = folder(leader());
    Path top = basedir;
    List<Path> folders = new ArrayList<>();
    List<Path> passedOver = new ArrayList<>();
    for (MavenProject project : projects) {
      Path folder = folder(project);
      folders.add(folder);
      passedOver.addAll(ProjectFiles.built(folder, Path.of(project.getBuild().getDirectory())));
      while (!folder.startsWith(top) && top.getParent() != null) {
        top = top.getParent();
      }
    }
    return new ProjectFiles(basedir, root, paths, top, folders, passedOver);
  }

  /** Says which configurations do not hold, since that of the leader does. */
  void warn(Log log) {
    for (MavenProject project : projects) {
      if (!project.equals(leader())
          && Files.isRegularFile(folder(project).resolve(Config.FILE_NAME))) {
        log.warn(
            "the configuration of "
                + project.getArtifactId()
                + " does not hold here and its shares are not proven, since `aggregate` takes that of "
                + leader().getArtifactId()
                + " for all");
      }
    }
  }

  private static Path folder(MavenProject project) {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }
}
