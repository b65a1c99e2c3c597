package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.Verdict;
import dev.kmslint.source.Region;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes workflow commands, which GitHub Actions shows as annotations: one for each share, each
 * input that could not be read and each finding. GitHub shows the first ten of a level for a step;
 * the others stay in the log, and a notice says so.
 *
 * <p>Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * for the form, and https://docs.github.com/en/rest/checks/runs for the limits of an annotation:
 * 255 characters of title, 64 KB of message, columns only within one line.
 */
final class GithubReporter implements Reporter {
  /** How many annotations of a level GitHub shows for a step. */
  static final int SHOWN = 10;

  private static final int MAX_TITLE = 255;
  private static final int MAX_MESSAGE = 16_000; // of at most four bytes each

  private final ReportOptions options;
  private final StringBuilder text = new StringBuilder();
  private int errors;
  private int warnings;
  private int notices;

  GithubReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (ShareReport share : report.shares()) {
      boolean proven = share.result().verdict() == Verdict.PROVEN;
      Severity level = proven ? Severity.NOTE : Severity.ERROR;
      SourceLocation place = share.result().location();
      SourceLocation shown = proven || !Words.isInFile(place) ? null : place;
      start(level);
      if (shown != null) {
        place(shown);
      }
      end(Words.title(share.result()), Words.verdict(share));
    }
    for (Report.InputError error : report.errors()) {
      start(Severity.ERROR);
      property("file", Printable.of(error.file()));
      end("kmslint", Printable.of(error.message()));
    }
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        start(finding.suppression() == null ? finding.severity() : Severity.NOTE);
        place(finding.location());
        end(finding.rule(), message(finding));
        out.append(text);
        text.setLength(0);
      }
    }
    if (Math.max(errors, Math.max(warnings, notices)) > SHOWN) {
      start(Severity.NOTE);
      end("kmslint", "GitHub shows " + SHOWN + " annotations of each level; the log has them all");
    }
    Summary.append(report, text);
    out.append(text).append('\n');
    out.flush();
  }

  private String message(Finding finding) {
    StringBuilder message = new StringBuilder(Words.message(finding));
    for (Finding.Related related : finding.related()) {
      message.append("\nalso: ").append(CompactReporter.place(related.location()));
      message.append(": ").append(Printable.of(related.message()));
    }
    if (!finding.help().isEmpty()) {
      message.append("\nhelp: ").append(Printable.of(finding.help()));
    }
    return message.append('\n').append(options.project().ruleUri(finding.rule())).toString();
  }

  private void start(Severity level) {
    switch (level) {
      case ERROR -> {
        errors++;
        text.append("::error");
      }
      case WARNING -> {
        warnings++;
        text.append("::warning");
      }
      case NOTE -> {
        notices++;
        text.append("::notice");
      }
    }
    text.append(' ');
  }

  private void place(SourceLocation place) {
    Region region = place.region();
    property("file", Printable.of(place.file().path()));
    property("line", String.valueOf(region.start().line()));
    property("endLine", String.valueOf(region.end().line()));
    if (region.start().line() == region.end().line()) {
      property("col", String.valueOf(region.start().column()));
      property("endColumn", String.valueOf(region.end().column()));
    }
  }

  private void property(String name, String value) {
    text.append(name).append('=');
    encode(value, true);
    text.append(',');
  }

  private void end(String title, String message) {
    text.append("title=");
    encode(Words.cut(title, MAX_TITLE), true);
    text.append("::");
    encode(Words.cut(message, MAX_MESSAGE), false);
    text.append('\n');
  }

  private void encode(String value, boolean property) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '%' -> text.append("%25");
        case '\r' -> text.append("%0D");
        case '\n' -> text.append("%0A");
        case ':' -> text.append(property ? "%3A" : ":");
        case ',' -> text.append(property ? "%2C" : ",");
        default -> text.append(c);
      }
    }
  }
}
