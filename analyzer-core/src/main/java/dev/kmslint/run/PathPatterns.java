package dev.kmslint.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Patterns of paths below a folder. */
final class PathPatterns {
  private final Path base;
  private final List<PathGlob> globs = new ArrayList<>();

  /**
   * Patterns.
   *
   * @param base the folder that they are relative to
   */
  PathPatterns(Path base, List<String> patterns) {
    this.base = base;
    for (String pattern : patterns) {
      globs.add(new PathGlob(pattern));
    }
  }

  boolean isEmpty() {
    return globs.isEmpty();
  }

  /** Whether one of them fits a path; none fits what is not below the folder. */
  boolean match(Path path) {
    if (globs.isEmpty() || !path.startsWith(base)) {
      return false;
    }
    String relative = base.relativize(path).toString().replace('\\', '/');
    for (PathGlob glob : globs) {
      if (glob.matches(relative)) {
        return true;
      }
    }
    return false;
  }
}
