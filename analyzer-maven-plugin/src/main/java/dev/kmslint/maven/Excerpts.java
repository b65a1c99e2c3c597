package dev.kmslint.maven;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.report.Format;
import dev.kmslint.report.ReportOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Parts of a report in the words of the reporters, without the line break at their end. */
final class Excerpts {
  private final ReportOptions options;

  Excerpts(ReportOptions options) {
    this.options = options;
  }

  /** A finding with its source and what to do. */
  String text(Finding finding) {
    return body(report(List.of(finding), List.of(), List.of()));
  }

  /** A share with its table. */
  String text(ShareReport share) {
    return body(report(List.of(), List.of(share), List.of()));
  }

  /** An input that could not be read. */
  String text(Report.InputError error) {
    return body(report(List.of(), List.of(), List.of(error)));
  }

  /** How much was found in how many files. */
  String summary(Report report) {
    String text = written(Format.TEXT, report);
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  /** A finding in one line. */
  String line(Finding finding) {
    return written(Format.COMPACT, report(List.of(finding), List.of(), List.of()));
  }

  /** A share and its verdict in one line. */
  String line(ShareReport share) {
    return written(Format.COMPACT, report(List.of(), List.of(share), List.of()));
  }

  /** An input that could not be read in one line. */
  String line(Report.InputError error) {
    return written(Format.COMPACT, report(List.of(), List.of(), List.of(error)));
  }

  private static Report report(
      List<Finding> findings, List<ShareReport> shares, List<Report.InputError> errors) {
    return new Report(0, 0, 0, findings, shares, errors);
  }

  /** All but the last line, which is the summary. */
  private String body(Report report) {
    String text = written(Format.TEXT, report);
    return text.substring(0, text.lastIndexOf('\n')).stripTrailing();
  }

  private String written(Format format, Report report) {
    StringWriter out = new StringWriter();
    try {
      format.reporter(options).write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().stripTrailing();
  }
}
