package dev.kmslint.report;

import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleSet;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Lists the rules, in the order of their ids. */
public final class RuleCatalogue {
  /** The version of the JSON. */
  private static final int VERSION = 1;

  private final List<RuleInfo> rules = new ArrayList<>();
  private final Project project;

  /** The catalogue of all rules of a set. */
  public RuleCatalogue(RuleSet rules, Project project) {
    for (Rule rule : rules.all()) {
      this.rules.add(rule.info());
    }
    this.rules.sort((a, b) -> a.id().compareTo(b.id()));
    this.project = project;
  }

  /**
   * Writes a line for each rule: id, severity, summary.
   *
   * @throws IOException when the writer does
   */
  public void writeText(Writer out) throws IOException {
    int width = 0;
    for (RuleInfo rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    StringBuilder text = new StringBuilder();
    for (RuleInfo rule : rules) {
      pad(rule.id(), width, text);
      pad(rule.severity().word(), "warning".length(), text);
      text.append(rule.summary()).append('\n');
    }
    out.append(text);
    out.flush();
  }

  private static void pad(String word, int width, StringBuilder text) {
    text.append(word).append(" ".repeat(width - word.length() + 2));
  }

  /**
   * Writes a Markdown table with a link to each rule's page.
   *
   * @throws IOException when the writer does
   */
  public void writeMarkdown(Writer out) throws IOException {
    StringBuilder text =
        new StringBuilder("| Rule | Severity | What it finds |\n| --- | --- | --- |\n");
    for (RuleInfo rule : rules) {
      text.append("| [").append(rule.id()).append("](").append(project.ruleUri(rule.id()));
      text.append(") | ").append(rule.severity().word()).append(" | ");
      text.append(rule.summary().replace("|", "\\|")).append(" |\n");
    }
    out.append(text);
    out.flush();
  }

  /**
   * Writes everything as JSON.
   *
   * @throws IOException when the writer does
   */
  public void writeJson(Writer out) throws IOException {
    JsonOut.write(out, this::writeAll);
  }

  private void writeAll(JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("schemaVersion", VERSION);
    json.writeName("rules").writeStartArray();
    for (RuleInfo rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule.id());
      json.writeStringProperty("family", rule.family());
      json.writeStringProperty("severity", rule.severity().word());
      json.writeStringProperty("precision", rule.precision().word());
      json.writeNumberProperty("securitySeverity", rule.securitySeverity());
      json.writeStringProperty("summary", rule.summary());
      json.writeStringProperty("since", rule.since());
      json.writeStringProperty("helpUri", project.ruleUri(rule.id()));
      json.writeName("references").writeStartArray();
      for (String reference : rule.references()) {
        json.writeString(reference);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
