package dev.kmslint.rules;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Format;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A report as cases hold it: compact text, and below each finding, indented, its help and the other
 * places that it names.
 */
final class CaseText {
  private CaseText() {}

  static String of(Report report, RuleSet rules) {
    ReportOptions options =
        ReportOptions.of(new Project("0.0.0", "https://example.org"), rules, id -> "");
    StringWriter compact = new StringWriter();
    try {
      Format.COMPACT.reporter(options).write(report, compact);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder out = new StringBuilder();
    List<String> lines = compact.toString().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      out.append(lines.get(i)).append('\n');
      if (i < report.findings().size()) {
        appendDetails(report.findings().get(i), out);
      }
    }
    return out.toString();
  }

  /** The lines of a case that begin a finding or a share. */
  static List<String> heads(String text) {
    return text.lines().filter(line -> !line.startsWith("  ")).toList();
  }

  private static void appendDetails(Finding finding, StringBuilder out) {
    out.append("  help: ").append(finding.help()).append('\n');
    for (Finding.Related related : finding.related()) {
      SourceLocation place = related.location();
      out.append("  see ");
      if (!place.file().path().equals(finding.location().file().path())) {
        out.append(place.file().path()).append(':');
      }
      out.append(place.file().position(place.start()));
      out.append(": ").append(related.message()).append('\n');
    }
  }
}
