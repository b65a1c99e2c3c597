package dev.kmslint.cli;

import dev.kmslint.lint.Report;
import dev.kmslint.report.MarkdownReporter;
import dev.kmslint.report.ReportOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Adds a report to the page that GitHub Actions shows for a job. A step may write 1 MiB to it;
 * beyond that GitHub shows nothing of it.
 *
 * <p>Source:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
final class JobSummary {
  /** The environment variable that names the step's file. */
  static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  static final int MAX_BYTES = 1024 * 1024;

  private JobSummary() {}

  /**
   * Appends a report to a file, as far as there is room.
   *
   * @throws IOException when that fails
   */
  static void append(Report report, Path file, ReportOptions options) throws IOException {
    long there = Files.exists(file) ? Files.size(file) : 0;
    int room = (int) Math.max(0, MAX_BYTES - there);
    try (Writer out =
        new BufferedWriter(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND))) {
      new MarkdownReporter(options, room).write(report, out);
    }
  }
}
