package dev.kmslint.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Which files of folders are read. It does not concern files that are named, and what the
 * configuration excludes stays excluded.
 *
 * <p>Patterns are those of the configuration's {@code exclude:} entries: {@code *} and {@code ?}
 * inside a name, {@code **} for any number of folders; one without a slash fits a name at any
 * depth, and one that fits a folder fits all that is in it.
 *
 * @param base the folder that the patterns are relative to
 * @param includes the files to read; empty for those whose names end as documents' names do, such
 *     as {@code .json}
 * @param excludes the files and folders to pass over, also when they are included
 */
public record Selection(Path base, List<String> includes, List<String> excludes) {
  public Selection {
    base = base.toAbsolutePath().normalize();
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Everything. */
  public static Selection all(Path base) {
    return new Selection(base, List.of(), List.of());
  }
}
