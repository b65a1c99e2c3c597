package dev.kmslint.report;

import dev.kmslint.lint.Report;
import java.io.IOException;
import java.io.Writer;

/** Writes reports in one format. The same report gives the same bytes. */
public interface Reporter {
  /**
   * Writes a report. Lines end with LF. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  void write(Report report, Writer out) throws IOException;
}
