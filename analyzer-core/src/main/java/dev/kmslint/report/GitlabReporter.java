package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.source.Region;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes GitLab's Code Quality report: the findings, each with a fingerprint of its own, since
 * GitLab drops all but the first of those that share one.
 *
 * <p>Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
final class GitlabReporter implements Reporter {
  private final ReportOptions options;

  GitlabReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    JsonOut.write(out, json -> write(report, json));
  }

  private void write(Report report, JsonGenerator json) {
    json.writeStartArray();
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        write(finding, json);
      }
    }
    json.writeEndArray();
  }

  private static void write(Finding finding, JsonGenerator json) {
    Region region = finding.location().region();
    json.writeStartObject();
    json.writeStringProperty("description", Words.message(finding));
    json.writeStringProperty("check_name", finding.rule());
    json.writeStringProperty("fingerprint", finding.fingerprint());
    json.writeStringProperty("severity", severity(finding));
    json.writeName("location").writeStartObject();
    json.writeStringProperty("path", finding.location().file().path());
    json.writeName("lines").writeStartObject();
    json.writeNumberProperty("begin", region.start().line());
    json.writeNumberProperty("end", region.end().line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Finding finding) {
    Severity severity = finding.suppression() == null ? finding.severity() : Severity.NOTE;
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
