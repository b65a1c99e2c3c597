package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.Position;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes one line for each finding, each share, and each input that could not be read. */
final class CompactReporter implements Reporter {
  private final ReportOptions options;

  CompactReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    Palette plain = new Palette(false);
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        appendFinding(finding, plain, text);
        out.append(text);
        text.setLength(0);
      }
    }
    for (ShareReport share : report.shares()) {
      appendShare(share.result(), plain, text);
    }
    for (Report.InputError error : report.errors()) {
      appendError(error, plain, text);
    }
    out.append(text);
    out.flush();
  }

  /** Appends {@code path:line:col: severity: message [rule]} and ends the line. */
  static void appendFinding(Finding finding, Palette palette, StringBuilder out) {
    out.append(palette.strong(place(finding.location()) + ":")).append(' ');
    out.append(palette.severity(finding.severity())).append(": ");
    out.append(Printable.of(finding.message()));
    out.append(palette.faint(" [" + finding.rule() + "]"));
    if (finding.suppression() != null) {
      out.append(" (suppressed: ").append(Printable.of(finding.suppression().reason())).append(')');
    }
    out.append('\n');
  }

  /** Appends the line that a share begins with. */
  static void appendShare(ShareResult share, Palette palette, StringBuilder out) {
    String name = share.name().equals("share") ? "" : " " + Printable.of(share.name());
    out.append(palette.strong("share" + name));
    out.append(" (").append(Printable.of(share.scenario())).append("): ");
    String verdict = share.verdict().word().toUpperCase(Locale.ROOT);
    out.append(palette.verdict(share.verdict(), verdict)).append('\n');
  }

  /** Appends the line of an input that could not be read. */
  static void appendError(Report.InputError error, Palette palette, StringBuilder out) {
    out.append(palette.strong(Printable.of(error.file()) + ":")).append(' ');
    out.append(palette.severity(Severity.ERROR)).append(": ");
    out.append(Printable.of(error.message())).append('\n');
  }

  /** A place as {@code path:line:column}. */
  static String place(SourceLocation location) {
    Position start = location.file().position(location.start());
    return Printable.of(location.file().path()) + ":" + start;
  }
}
