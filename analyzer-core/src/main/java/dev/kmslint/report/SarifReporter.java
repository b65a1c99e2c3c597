package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes SARIF 2.1.0 as GitHub code scanning takes it: one run, all enabled rules, every result
 * with a place. GitHub ignores suppressions, so the suppressed findings are left out unless asked
 * for.
 *
 * <p>Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
final class SarifReporter implements Reporter {
  /** How many results GitHub takes in a run. */
  static final int MAX_RESULTS = 25_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String INPUT_ERROR = "input-error";
  private static final String INTERNAL_ERROR = "internal-error";
  private static final String RESULTS_LEFT_OUT = "results-left-out";

  private final ReportOptions options;

  SarifReporter(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    JsonOut.write(out, json -> writeLog(report, json));
  }

  private void writeLog(Report report, JsonGenerator json) {
    List<Finding> counted = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (options.shows(finding)) {
        counted.add(finding);
      }
    }
    List<Finding> results = worst(counted);
    SarifRules rules = new SarifRules(options);
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeName("runs").writeStartArray();
    json.writeStartObject();
    writeTool(rules, json);
    writeInvocation(report, counted.size() - results.size(), json);
    json.writeName("originalUriBaseIds").writeStartObject();
    json.writeName(SarifResults.BASE).writeStartObject();
    writeMessage("description", "the root of the source tree", json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeName("results").writeStartArray();
    SarifResults writer = new SarifResults(rules, json, results);
    for (Finding finding : results) {
      writer.write(finding);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** As many as GitHub takes, the worst before the others, in the order in which they came. */
  private static List<Finding> worst(List<Finding> findings) {
    if (findings.size() <= MAX_RESULTS) {
      return findings;
    }
    Map<Severity, Integer> left = new EnumMap<>(Severity.class);
    for (Finding finding : findings) {
      left.merge(finding.severity(), 1, Integer::sum);
    }
    int room = MAX_RESULTS;
    for (Map.Entry<Severity, Integer> ofSeverity : left.entrySet()) {
      ofSeverity.setValue(Math.min(ofSeverity.getValue(), room));
      room -= ofSeverity.getValue();
    }
    List<Finding> kept = new ArrayList<>(MAX_RESULTS);
    for (Finding finding : findings) {
      if (left.merge(finding.severity(), -1, Integer::sum) >= 0) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private void writeTool(SarifRules rules, JsonGenerator json) {
    json.writeName("tool").writeStartObject();
    json.writeName("driver").writeStartObject();
    json.writeStringProperty("name", "kmslint");
    json.writeStringProperty("semanticVersion", options.project().version());
    json.writeStringProperty("informationUri", options.project().url());
    rules.write(json);
    json.writeName("notifications").writeStartArray();
    writeNotificationKind(INPUT_ERROR, "An input could not be read.", json);
    writeNotificationKind(INTERNAL_ERROR, "A rule of kmslint failed.", json);
    writeNotificationKind(RESULTS_LEFT_OUT, "There are more results than fit.", json);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeNotificationKind(String id, String text, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    writeMessage("shortDescription", text, json);
    writeMessage("fullDescription", text, json);
    writeMessage("help", text, json);
    json.writeEndObject();
  }

  private static void writeInvocation(Report report, int leftOut, JsonGenerator json) {
    json.writeName("invocations").writeStartArray();
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", report.errors().isEmpty());
    json.writeName("toolExecutionNotifications").writeStartArray();
    for (Report.InputError error : report.errors()) {
      String kind = error.failure() == null ? INPUT_ERROR : INTERNAL_ERROR;
      startNotification(kind, "error", error.message(), json);
      if (!error.file().isEmpty()) {
        json.writeName("locations").writeStartArray();
        json.writeStartObject();
        json.writeName("physicalLocation").writeStartObject();
        SarifResults.writeFile(error.file(), json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    if (leftOut > 0) {
      String text = leftOut + " results are left out, since a run may hold " + MAX_RESULTS;
      startNotification(RESULTS_LEFT_OUT, "warning", text, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void startNotification(
      String kind, String level, String message, JsonGenerator json) {
    json.writeStartObject();
    json.writeName("descriptor").writeStartObject();
    json.writeStringProperty("id", kind);
    json.writeEndObject();
    json.writeStringProperty("level", level);
    writeMessage("message", SarifResults.escaped(message), json);
  }

  static void writeMessage(String name, String text, JsonGenerator json) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }
}
