package dev.kmslint.maven;

import dev.kmslint.config.Complaints;
import dev.kmslint.lint.Report;
import dev.kmslint.report.Format;
import dev.kmslint.report.ReportFile;
import dev.kmslint.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** The reports that go to files. */
final class ReportFiles {
  private final Set<Format> formats = new LinkedHashSet<>();
  private final Path folder;

  /**
   * Reports.
   *
   * @param words the formats
   * @param folder where they are written
   * @throws MojoExecutionException when there is no such format
   */
  ReportFiles(List<String> words, Path folder) throws MojoExecutionException {
    this.folder = folder;
    for (String word : words) {
      Format format = Format.of(word);
      if (format == null) {
        throw new MojoExecutionException("there is no format `" + word + "`" + hint(word));
      }
      formats.add(format);
    }
  }

  private static String hint(String word) {
    List<String> known = new ArrayList<>();
    for (Format format : Format.values()) {
      known.add(format.word());
    }
    String near = Complaints.didYouMean(word, known);
    return near.isEmpty() ? "; there are " + String.join(", ", known) : near;
  }

  /** Writes a report in all formats. */
  void write(Report report, ReportOptions options) throws IOException {
    for (Format format : formats) {
      ReportFile.write(
          folder.resolve("kmslint." + format.ending()),
          out -> format.reporter(options).write(report, out));
    }
  }
}
