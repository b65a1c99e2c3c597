package dev.kmslint.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Expands patterns of file names as a shell does, for command lines that no shell expanded. */
final class Expansion {
  private Expansion() {}

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  /** The files and folders that a pattern fits, in the order of their paths. */
  static List<Path> of(Workspace workspace, String pattern) throws UsageException {
    String slashed = isWindows() ? pattern.replace('\\', '/') : pattern;
    List<String> names = PathGlob.split(slashed);
    int fixed = 0;
    StringBuilder base = new StringBuilder(slashed.startsWith("/") ? "/" : "");
    while (fixed < names.size() && !PathGlob.isPattern(names.get(fixed))) {
      base.append(names.get(fixed++)).append('/');
    }
    String rest = String.join("/", names.subList(fixed, names.size()));
    int depth = rest.contains("**") ? Integer.MAX_VALUE : names.size() - fixed;
    List<Path> found = new ArrayList<>();
    Path root =
        base.length() == 0 ? workspace.folder() : Arguments.path(workspace, base.toString());
    expand(root, "", new PathGlob("/" + rest), depth, found);
    found.sort(null);
    return found;
  }

  private static void expand(
      Path folder, String prefix, PathGlob glob, int depth, List<Path> found) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (glob.matches(prefix + name)) {
          found.add(entry);
        } else if (depth > 1
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
            && !Walk.isSkipped(name)) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // A folder that cannot be listed has no fitting names, as in a shell.
    }
    for (Path each : folders) {
      expand(each, prefix + each.getFileName() + "/", glob, depth - 1, found);
    }
  }
}
