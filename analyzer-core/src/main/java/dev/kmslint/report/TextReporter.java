package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
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
      if (options.shows(finding)) {
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
      Summary.append(report, text);
      text.append('\n');
    }
    out.append(text);
    out.flush();
  }

  void appendFinding(Finding finding, StringBuilder text) {
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
}
