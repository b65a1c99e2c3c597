package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.source.Region;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes version 1 of kmslint's JSON, which {@code schema/report-v1.schema.json} describes. The
 * suppressed findings are in it, marked.
 */
final class JsonReporter implements Reporter {
  /** The version of the form; a change that breaks readers raises it. */
  static final int SCHEMA_VERSION = 1;

  private final Project project;

  JsonReporter(ReportOptions options) {
    this.project = options.project();
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    JsonOut.write(out, json -> writeReport(report, json));
  }

  private void writeReport(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
    json.writeName("tool").writeStartObject();
    json.writeStringProperty("name", "kmslint");
    json.writeStringProperty("version", project.version());
    json.writeEndObject();
    writeSummary(report, json);
    json.writeName("findings").writeStartArray();
    for (Finding finding : report.findings()) {
      writeFinding(finding, json);
    }
    json.writeEndArray();
    json.writeName("shares").writeStartArray();
    for (ShareReport share : report.shares()) {
      ShareJson.write(share, json);
    }
    json.writeEndArray();
    json.writeName("errors").writeStartArray();
    for (Report.InputError error : report.errors()) {
      json.writeStartObject();
      json.writeStringProperty("file", error.file());
      json.writeStringProperty("message", error.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSummary(Report report, JsonGenerator json) {
    json.writeName("summary").writeStartObject();
    json.writeNumberProperty("files", report.files());
    json.writeNumberProperty("policies", report.policies());
    json.writeNumberProperty("errors", report.count(Severity.ERROR));
    json.writeNumberProperty("warnings", report.count(Severity.WARNING));
    json.writeNumberProperty("notes", report.count(Severity.NOTE));
    json.writeNumberProperty("suppressed", report.suppressed());
    json.writeEndObject();
  }

  private void writeFinding(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("rule", finding.rule());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("help", finding.help());
    json.writeStringProperty("helpUri", project.ruleUri(finding.rule()));
    writePlace(finding.location(), json);
    json.writeName("related").writeStartArray();
    for (Finding.Related related : finding.related()) {
      json.writeStartObject();
      writePlace(related.location(), json);
      json.writeStringProperty("message", related.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("fingerprint", finding.fingerprint());
    if (finding.suppression() != null) {
      json.writeName("suppressed").writeStartObject();
      json.writeStringProperty("by", finding.suppression().by());
      json.writeStringProperty("reason", finding.suppression().reason());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writePlace(SourceLocation place, JsonGenerator json) {
    json.writeStringProperty("file", place.file().path());
    json.writeStringProperty("pointer", place.pointer().toString());
    Region region = place.region();
    json.writeName("region").writeStartObject();
    json.writeNumberProperty("startLine", region.start().line());
    json.writeNumberProperty("startColumn", region.start().column());
    json.writeNumberProperty("endLine", region.end().line());
    json.writeNumberProperty("endColumn", region.end().column());
    json.writeEndObject();
  }
}
