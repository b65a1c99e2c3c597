package dev.kmslint.report;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Change;
import dev.kmslint.access.exact.Witness;
import dev.kmslint.lint.CanReport;
import dev.kmslint.lint.DiffReport;
import dev.kmslint.lint.PrincipalAnswer;
import dev.kmslint.lint.Report;
import dev.kmslint.policy.Statement;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes answers about access as version 1 of kmslint's JSON, each an object of its own, which
 * {@code schema/can-v1.schema.json} and {@code schema/diff-v1.schema.json} describe.
 */
public final class AccessJson {
  private AccessJson() {}

  /**
   * Writes the answer to a question. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public static void write(CanReport report, Writer out) throws IOException {
    JsonOut.write(out, json -> write(report, json));
  }

  private static void write(CanReport report, JsonGenerator json) {
    Answer answer = report.answer();
    json.writeStartObject();
    json.writeNumberProperty("schemaVersion", JsonReporter.SCHEMA_VERSION);
    json.writeStringProperty("answer", report.outcome().word());
    json.writeStringProperty("reason", report.reason());
    List<String> on = new ArrayList<>();
    if (answer != null) {
      for (String key : answer.on()) {
        on.add(report.names().of(key));
      }
    }
    writeTexts("on", on, json);
    writeWitness("allowedWitness", answer == null ? null : answer.allowed(), report.names(), json);
    writeWitness("deniedWitness", answer == null ? null : answer.denied(), report.names(), json);
    writeBecause(answer == null ? List.of() : answer.because(), json);
    if (report.principals() != null) {
      writePrincipals(report.principals(), report.names(), json);
    }
    writeErrors(report.errors(), json);
    json.writeEndObject();
  }

  private static void writePrincipals(
      List<PrincipalAnswer> principals, KeyNames names, JsonGenerator json) {
    json.writeName("principals").writeStartArray();
    for (PrincipalAnswer each : principals) {
      json.writeStartObject();
      json.writeStringProperty("principal", each.principal());
      json.writeStringProperty("answer", each.outcome().word());
      json.writeStringProperty("reason", each.reason());
      List<String> on = new ArrayList<>();
      for (String key : each.on()) {
        on.add(names.of(key));
      }
      writeTexts("on", on, json);
      json.writeStringProperty("through", each.through().word());
      writeBecause(each.because(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes what is new: the answer over all policies, with the request that shows it, and one for
   * each. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public static void write(DiffReport report, Writer out) throws IOException {
    JsonOut.write(out, json -> write(report, json));
  }

  private static void write(DiffReport report, JsonGenerator json) {
    DiffReport.Compared decisive = report.decisive();
    json.writeStartObject();
    json.writeNumberProperty("schemaVersion", JsonReporter.SCHEMA_VERSION);
    writeTruth(report.newAccess(), json);
    if (decisive == null) {
      boolean readable = report.errors().isEmpty();
      json.writeStringProperty("reason", readable ? "" : "an input could not be read");
      json.writeName("witness").writeNull();
      writeBecause(List.of(), json);
    } else {
      writeChange(decisive, json);
    }
    json.writeName("files").writeStartArray();
    for (DiffReport.Compared each : report.files()) {
      json.writeStartObject();
      json.writeStringProperty("file", each.file());
      writeTruth(each.change().newAccess(), json);
      writeChange(each, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    writeErrors(report.errors(), json);
    json.writeEndObject();
  }

  private static void writeTruth(Truth newAccess, JsonGenerator json) {
    if (newAccess == Truth.MAYBE) {
      json.writeStringProperty("newAccess", Outcome.UNKNOWN.word());
    } else {
      json.writeBooleanProperty("newAccess", newAccess == Truth.YES);
    }
  }

  /** The statements responsible are those that now allow, and those that denied before. */
  private static void writeChange(DiffReport.Compared compared, JsonGenerator json) {
    Change change = compared.change();
    json.writeStringProperty("reason", change.reason());
    writeWitness("witness", change.witness(), compared.names(), json);
    List<Because> because = new ArrayList<>(change.because());
    because.addAll(change.before());
    writeBecause(because, json);
  }

  private static void writeWitness(
      String name, @Nullable Witness witness, KeyNames names, JsonGenerator json) {
    json.writeName(name);
    if (witness == null) {
      json.writeNull();
      return;
    }
    RequestWords request = new RequestWords(witness.request(), names);
    json.writeStartObject();
    json.writeStringProperty("principal", request.principal());
    json.writeStringProperty("action", request.action());
    json.writeStringProperty("resource", request.resource());
    json.writeName("context").writeStartObject();
    for (Map.Entry<String, List<String>> key : request.context().entrySet()) {
      List<String> values = key.getValue();
      if (values.size() == 1 && !names.isMultivalued(key.getKey())) {
        json.writeStringProperty(key.getKey(), values.get(0));
      } else {
        writeTexts(key.getKey(), values, json);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeBecause(List<Because> because, JsonGenerator json) {
    json.writeName("because").writeStartArray();
    for (Because one : because) {
      Statement statement = one.statement();
      json.writeStartObject();
      json.writeStringProperty("file", statement.location().file().path());
      json.writeStringProperty("pointer", statement.location().pointer().toString());
      json.writeStringProperty("sid", statement.sid() == null ? "" : statement.sid().value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeErrors(List<Report.InputError> errors, JsonGenerator json) {
    json.writeName("errors").writeStartArray();
    for (Report.InputError error : errors) {
      json.writeStartObject();
      json.writeStringProperty("file", error.file());
      json.writeStringProperty("message", error.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTexts(String name, List<String> texts, JsonGenerator json) {
    json.writeName(name).writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
