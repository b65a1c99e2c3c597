package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;

/** Writes for people: each finding with its source and what to do, each share with its table. */
final class TextReporter implements Reporter {
  private final ReportOptions options;
  private final Palette palette;

  TextReporter(ReportOptions options) {
    this.options = options;
    this.palette = new Palette(options.color());
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      if (finding.suppression() == null || options.showSuppressed()) {
        appendFinding(finding, text);
        out.append(text);
        text.setLength(0);
      }
    }
    ShareText shares = new ShareText(palette, options.verbose());
    for (ShareReport share : report.shares()) {
      if (!options.quiet() || share.result().verdict() != Verdict.PROVEN) {
        shares.append(share, text);
        text.append('\n');
      }
    }
    for (Report.InputError error : report.errors()) {
      appendError(error, text);
    }
    if (!options.quiet()) {
      appendSummary(report, text);
    }
    out.append(text);
    out.flush();
  }

  private void appendFinding(Finding finding, StringBuilder text) {
    CompactReporter.appendFinding(finding, palette, text);
    Snippet.append(finding.location(), options.width(), palette, text);
    for (Finding.Related related : finding.related()) {
      text.append("  ").append(palette.faint("also:")).append(' ');
      text.append(CompactReporter.place(related.location())).append(": ");
      text.append(Printable.of(related.message())).append('\n');
    }
    if (!finding.help().isEmpty()) {
      text.append("  ").append(palette.faint("help:")).append(' ');
      text.append(Printable.of(finding.help())).append('\n');
    }
    if (options.verbose()) {
      text.append("  ").append(palette.faint("page:")).append(' ');
      text.append(options.project().ruleUri(finding.rule())).append('\n');
    }
    text.append('\n');
  }

  private void appendError(Report.InputError error, StringBuilder text) {
    CompactReporter.appendError(error, palette, text);
    if (error.failure() != null && options.verbose()) {
      StringWriter trace = new StringWriter();
      error.failure().printStackTrace(new PrintWriter(trace, true));
      for (String line : trace.toString().split("\\R", -1)) {
        if (!line.isEmpty()) {
          text.append("  ").append(Printable.of(line.replace("\t", "  "))).append('\n');
        }
      }
    }
    text.append('\n');
  }

  private static void appendSummary(Report report, StringBuilder text) {
    int start = text.length();
    for (Severity severity : Severity.values()) {
      appendCount(report.count(severity), severity.word(), start, text);
    }
    if (text.length() == start) {
      text.append("no findings");
    }
    appendCount(report.suppressed(), "suppressed", start, text);
    appendCount(report.errors().size(), "input error", start, text);
    text.append(" in ").append(report.files()).append(report.files() == 1 ? " file" : " files");
    if (report.passedOver() > 0) {
      text.append(" (").append(report.passedOver()).append(" passed over)");
    }
    text.append('\n');
  }

  private static void appendCount(int count, String what, int start, StringBuilder text) {
    if (count == 0) {
      return;
    }
    if (text.length() > start) {
      text.append(", ");
    }
    text.append(count).append(' ').append(what);
    if (count > 1 && !what.equals("suppressed")) {
      text.append('s');
    }
  }
}
