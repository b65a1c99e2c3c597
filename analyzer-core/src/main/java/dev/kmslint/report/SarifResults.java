package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.source.LargeText;
import dev.kmslint.source.Region;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes findings as SARIF's results. */
final class SarifResults {
  /** What relative URIs are relative to. */
  static final String BASE = "%SRCROOT%";

  /** How many related places of a result GitHub shows. */
  static final int MAX_RELATED = 99;

  private final SarifRules rules;
  private final JsonGenerator json;
  private final List<Finding> results;
  private final Map<SourceFile, LineHashes> hashes = new HashMap<>();
  private final Map<LargeText, LargeLineHashes> largeHashes = new HashMap<>();

  SarifResults(SarifRules rules, JsonGenerator json, List<Finding> results) {
    this.rules = rules;
    this.json = json;
    this.results = results;
  }

  void write(Finding finding) {
    List<Finding.Related> related = finding.related();
    if (related.size() > MAX_RELATED) {
      related = related.subList(0, MAX_RELATED);
    }
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.rule());
    if (rules.indexOf(finding.rule()) >= 0) {
      json.writeNumberProperty("ruleIndex", rules.indexOf(finding.rule()));
    }
    json.writeStringProperty("level", finding.severity().word());
    SarifReporter.writeMessage("message", message(finding, related), json);
    json.writeName("locations").writeStartArray();
    json.writeStartObject();
    writePlace(finding.location());
    json.writeEndObject();
    json.writeEndArray();
    if (!related.isEmpty()) {
      writeRelated(related);
      writeCodeFlow(finding, related);
    }
    writeFingerprints(finding);
    if (finding.suppression() != null) {
      writeSuppression(finding.suppression());
    }
    json.writeEndObject();
  }

  /** The message, what to do, and links to the related places. */
  private static String message(Finding finding, List<Finding.Related> related) {
    StringBuilder text = new StringBuilder(escaped(finding.message())).append('.');
    if (!finding.help().isEmpty()) {
      text.append("\nHelp: ").append(escaped(finding.help())).append('.');
    }
    for (int i = 0; i < related.size(); i++) {
      text.append("\nSee also: [").append(escaped(related.get(i).message()));
      text.append("](").append(i + 1).append(')');
    }
    return text.toString();
  }

  /** Text from a policy, in which nothing is a link or hidden. */
  static String escaped(String text) {
    String printable = Printable.of(text);
    StringBuilder out = new StringBuilder(printable.length());
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      if (c == '[' || c == ']' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private void writeRelated(List<Finding.Related> related) {
    json.writeName("relatedLocations").writeStartArray();
    for (int i = 0; i < related.size(); i++) {
      json.writeStartObject();
      json.writeNumberProperty("id", i + 1);
      writePlace(related.get(i).location());
      SarifReporter.writeMessage("message", escaped(related.get(i).message()), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The places that act together: the related ones, then the finding itself. */
  private void writeCodeFlow(Finding finding, List<Finding.Related> related) {
    json.writeName("codeFlows").writeStartArray();
    json.writeStartObject();
    json.writeName("threadFlows").writeStartArray();
    json.writeStartObject();
    json.writeName("locations").writeStartArray();
    for (Finding.Related one : related) {
      writeStep(one.location(), one.message());
    }
    writeStep(finding.location(), finding.message());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeStep(SourceLocation place, String message) {
    json.writeStartObject();
    json.writeName("location").writeStartObject();
    writePlace(place);
    SarifReporter.writeMessage("message", escaped(message), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeFingerprints(Finding finding) {
    String hash = lineHash(finding);
    json.writeName("partialFingerprints").writeStartObject();
    json.writeStringProperty("primaryLocationLineHash", hash);
    json.writeStringProperty("kmslintFingerprint/v1", finding.fingerprint());
    json.writeEndObject();
  }

  private String lineHash(Finding finding) {
    SourceFile file = finding.location().file();
    int line = finding.location().region().start().line();
    LargeText large = file.large();
    if (large != null) {
      LargeLineHashes ofText = largeHashes.get(large);
      if (ofText == null) {
        ofText = LargeLineHashes.of(large, results);
        largeHashes.put(large, ofText);
      }
      return ofText.ofLine(line);
    }
    LineHashes ofFile = hashes.get(file);
    if (ofFile == null) {
      ofFile = LineHashes.of(file.text());
      hashes.put(file, ofFile);
    }
    return ofFile.ofLine(line);
  }

  private void writeSuppression(Finding.Suppression suppression) {
    json.writeName("suppressions").writeStartArray();
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    json.writeStringProperty("justification", Printable.of(suppression.reason()));
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writePlace(SourceLocation place) {
    Region region = place.region();
    json.writeName("physicalLocation").writeStartObject();
    writeFile(place.file().path(), json);
    json.writeName("region").writeStartObject();
    json.writeNumberProperty("startLine", region.start().line());
    json.writeNumberProperty("startColumn", region.start().column());
    json.writeNumberProperty("endLine", region.end().line());
    json.writeNumberProperty("endColumn", region.end().column());
    json.writeEndObject();
    json.writeEndObject();
    String pointer = place.pointer().toString();
    if (!pointer.isEmpty()) {
      json.writeName("logicalLocations").writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("fullyQualifiedName", pointer);
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  static void writeFile(String path, JsonGenerator json) {
    json.writeName("artifactLocation").writeStartObject();
    json.writeStringProperty("uri", RelativeUri.of(path));
    json.writeStringProperty("uriBaseId", BASE);
    json.writeEndObject();
  }
}
