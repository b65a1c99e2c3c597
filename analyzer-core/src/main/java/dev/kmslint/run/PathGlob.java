package dev.kmslint.run;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths: {@code *} and {@code ?} inside a name, {@code **} for any number of folders.
 * A pattern without a slash fits a name at any depth; one that fits a folder fits all that is in
 * it.
 */
final class PathGlob {
  private static final String ANY_FOLDERS = "**";

  private final List<String> names;
  private final List<Glob> globs = new ArrayList<>();

  PathGlob(String pattern) {
    String rooted = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    List<String> parts = split(rooted.startsWith("./") ? rooted.substring(2) : rooted);
    if (pattern.indexOf('/') < 0) {
      parts.add(0, ANY_FOLDERS);
    }
    this.names = parts;
    for (String part : parts) {
      globs.add(Glob.of(part));
    }
  }

  /** Whether text has a character that only a pattern has. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** The names between the slashes. */
  static List<String> split(String path) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      if (slash > start) {
        names.add(path.substring(start, slash));
      }
      start = slash + 1;
    }
    if (start < path.length()) {
      names.add(path.substring(start));
    }
    return names;
  }

  /**
   * Whether it fits a path or a folder that the path is in.
   *
   * @param path relative, with {@code /} between its names
   */
  boolean matches(String path) {
    return matches(0, split(path), 0);
  }

  private boolean matches(int at, List<String> path, int from) {
    if (at == names.size()) {
      return true;
    }
    if (names.get(at).equals(ANY_FOLDERS)) {
      for (int next = from; next <= path.size(); next++) {
        if (matches(at + 1, path, next)) {
          return true;
        }
      }
      return false;
    }
    return from < path.size()
        && globs.get(at).matches(path.get(from))
        && matches(at + 1, path, from + 1);
  }
}
