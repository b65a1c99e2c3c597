package dev.kmslint.run;

import dev.kmslint.config.Config;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the files of a folder that can hold something. Enters no link to a folder, so it ends;
 * reads a link to a file when the file is in the folder too.
 */
final class Walk {
  private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules");
  private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");

  private final Path root;
  private final Chosen chosen;
  private final Errors errors;
  private final Set<Path> configurations;
  private final Set<Path> files = new TreeSet<>();
  private final List<Path> links = new ArrayList<>();

  /**
   * Which files are chosen.
   *
   * @param includes the files to take; empty for those with the usual endings
   * @param excludes what to pass over
   */
  record Chosen(PathPatterns includes, List<PathPatterns> excludes) {
    private boolean excludes(Path path) {
      for (PathPatterns patterns : excludes) {
        if (patterns.match(path)) {
          return true;
        }
      }
      return false;
    }
  }

  private Walk(Path root, Chosen chosen, Errors errors, Set<Path> configurations) {
    this.root = root;
    this.chosen = chosen;
    this.errors = errors;
    this.configurations = configurations;
  }

  /**
   * The files of a folder in the order of their paths.
   *
   * @param errors takes folders that cannot be read
   * @param configurations takes the configurations that lie there
   */
  static List<Path> files(Path folder, Chosen chosen, Errors errors, Set<Path> configurations) {
    Walk walk = new Walk(folder, chosen, errors, configurations);
    walk.enter(folder);
    walk.addLinkedFiles();
    return List.copyOf(walk.files);
  }

  /** Whether folders of that name hold nothing that people wrote. */
  static boolean isSkipped(String name) {
    return SKIPPED.contains(name);
  }

  private void enter(Path folder) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isSymbolicLink(entry)) {
          links.add(entry);
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        } else if (isCandidate(entry) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          files.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      errors.add(folder, "the folder cannot be read: " + Errors.reason(e));
      return;
    }
    for (Path each : folders) {
      if (!isSkipped(String.valueOf(each.getFileName())) && !chosen.excludes(each)) {
        enter(each);
      }
    }
  }

  private void addLinkedFiles() {
    if (links.isEmpty()) {
      return;
    }
    try {
      Path realRoot = root.toRealPath();
      for (Path link : links) {
        if (isCandidate(link) && Files.isRegularFile(link)) {
          Path target = link.toRealPath();
          boolean inside = target.startsWith(realRoot);
          if (inside && !files.contains(root.resolve(realRoot.relativize(target)))) {
            files.add(link);
          }
        }
      }
    } catch (IOException e) {
      errors.add(root, "a link cannot be followed: " + Errors.reason(e));
    }
  }

  private boolean isCandidate(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.equals(Config.FILE_NAME)) {
      configurations.add(file);
      return false;
    }
    boolean fits =
        chosen.includes().isEmpty() ? hasUsualEnding(name) : chosen.includes().match(file);
    return fits && !chosen.excludes(file);
  }

  private static boolean hasUsualEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
