package dev.kmslint.report;

import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes what SARIF says about the rules. */
final class SarifRules {
  private final ReportOptions options;
  private final List<Rule> rules;
  private final Map<String, Integer> indexes = new HashMap<>();

  SarifRules(ReportOptions options) {
    this.options = options;
    this.rules = options.rules().enabled();
    for (Rule rule : rules) {
      indexes.put(rule.info().id(), indexes.size());
    }
  }

  /** A rule's place in the list; -1 for one that is not in it. */
  int indexOf(String rule) {
    return indexes.getOrDefault(rule, -1);
  }

  void write(JsonGenerator json) {
    json.writeName("rules").writeStartArray();
    for (Rule rule : rules) {
      write(rule.info(), json);
    }
    json.writeEndArray();
  }

  private void write(RuleInfo rule, JsonGenerator json) {
    Severity severity = options.rules().severity(rule);
    String summary = sentence(rule.summary());
    String uri = options.project().ruleUri(rule.id());
    String page = options.pages().markdown(rule.id());
    String help = page.isEmpty() ? summary + "\n" : page;
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("name", camelCase(rule.name()));
    SarifReporter.writeMessage("shortDescription", summary, json);
    SarifReporter.writeMessage("fullDescription", summary, json);
    json.writeStringProperty("helpUri", uri);
    json.writeName("help").writeStartObject();
    json.writeStringProperty("text", PlainText.of(help) + "\n" + uri + "\n");
    json.writeStringProperty("markdown", help + "\n[" + rule.id() + "](" + uri + ")\n");
    json.writeEndObject();
    json.writeName("defaultConfiguration").writeStartObject();
    json.writeStringProperty("level", severity.word());
    json.writeEndObject();
    json.writeName("properties").writeStartObject();
    json.writeStringProperty("precision", rule.precision().word());
    if (rule.securitySeverity() > 0) {
      json.writeStringProperty("security-severity", oneDecimal(rule.securitySeverity()));
    }
    json.writeStringProperty("problem.severity", problemSeverity(severity));
    json.writeName("tags").writeStartArray();
    json.writeString(rule.securitySeverity() > 0 ? "security" : "correctness");
    json.writeString(rule.family());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String sentence(String summary) {
    return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".";
  }

  private static String problemSeverity(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : severity.word();
  }

  /** A number from 0.1 to 10.0 with one digit behind the point. */
  private static String oneDecimal(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }

  private static String camelCase(String name) {
    StringBuilder out = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-') {
        upper = true;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return out.toString();
  }
}
