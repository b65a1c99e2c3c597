package dev.kmslint.report;

import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.ShareResult;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes a share in version 1 of kmslint's JSON. */
final class ShareJson {
  private ShareJson() {}

  static void write(ShareReport report, JsonGenerator json) {
    ShareResult share = report.result();
    json.writeStartObject();
    json.writeStringProperty("name", share.name());
    json.writeStringProperty("scenario", share.scenario());
    json.writeStringProperty("verdict", share.verdict().word());
    json.writeStringProperty("keyArn", share.keyArn());
    json.writeStringProperty("owner", share.owner());
    json.writeStringProperty("to", share.to());
    json.writeName("obligations").writeStartArray();
    for (ShareResult.Decided decided : share.obligations()) {
      writeObligation(decided, json);
    }
    json.writeEndArray();
    writeTexts("assumptions", share.assumptions(), json);
    writeTexts("missing", report.missing(), json);
    writeTexts("inferred", share.inferred(), json);
    json.writeEndObject();
  }

  private static void writeObligation(ShareResult.Decided decided, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("action", decided.action());
    json.writeStringProperty("resource", decided.resource());
    json.writeStringProperty("level", decided.level().word());
    json.writeStringProperty("keySide", decided.keySide().word());
    json.writeStringProperty("identitySide", decided.identitySide().word());
    json.writeStringProperty("result", decided.result().word());
    json.writeName("because").writeStartArray();
    for (ShareResult.Because because : decided.because()) {
      json.writeStartObject();
      json.writeStringProperty("file", because.location().file().path());
      json.writeStringProperty("pointer", because.location().pointer().toString());
      json.writeStringProperty("sid", because.sid());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("context").writeStartObject();
    for (Map.Entry<String, String> pinned : new TreeMap<>(decided.context()).entrySet()) {
      json.writeStringProperty(pinned.getKey(), pinned.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeTexts(String name, Iterable<String> texts, JsonGenerator json) {
    json.writeName(name).writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
