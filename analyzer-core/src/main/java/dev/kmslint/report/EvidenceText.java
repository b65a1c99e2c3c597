package dev.kmslint.report;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Witness;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes for people what shows an answer: requests, and statements with their places. */
final class EvidenceText {
  private final Palette palette;

  EvidenceText(Palette palette) {
    this.palette = palette;
  }

  /** Appends a request that shows an answer; nothing when there is none. */
  void appendWitness(String how, @Nullable Witness witness, KeyNames names, StringBuilder text) {
    if (witness == null) {
      return;
    }
    RequestWords request = new RequestWords(witness.request(), names);
    text.append("  ").append(palette.faint(how + ", for example:")).append('\n');
    appendLine("principal", request.principal(), text);
    appendLine("action", request.action(), text);
    appendLine("resource", request.resource(), text);
    for (Map.Entry<String, List<String>> key : request.context().entrySet()) {
      List<String> values = key.getValue();
      appendLine(
          "context",
          key.getKey()
              + (values.isEmpty() ? " is an empty set" : " = " + String.join(", ", values)),
          text);
    }
    for (String key : request.absent()) {
      appendLine("context", "no " + key, text);
    }
  }

  private void appendLine(String what, String value, StringBuilder text) {
    text.append("    ").append(palette.faint(what)).append(" ".repeat(11 - what.length()));
    text.append(Printable.of(value)).append('\n');
  }

  /** Appends the statements that make an answer what it is. */
  void appendBecause(List<Because> because, KeyNames names, StringBuilder text) {
    for (Because one : because) {
      switch (one.part()) {
        case ALLOWS -> appendStatement(one, "allows it", text);
        case DENIES -> appendStatement(one, "denies it", text);
        case STOPPED -> appendStatement(one, stopped(one.stops(), names), text);
      }
    }
  }

  private static String stopped(String stops, KeyNames names) {
    List<String> others = new ArrayList<>();
    for (String stop : stops.split(", ", -1)) {
      if (!stop.isEmpty()) {
        others.add(stop.indexOf(':') < 0 ? "the " + stop : "`" + names.of(stop) + "`");
      }
    }
    return others.isEmpty()
        ? "comes near, but does not allow it"
        : "comes near, but does not fit " + String.join(" and ", others);
  }

  /** Appends a statement and its part in an answer. */
  void appendStatement(Because because, String part, StringBuilder text) {
    Statement statement = because.statement();
    text.append("  ").append(CompactReporter.place(statement.location())).append(": ");
    text.append(Printable.of(statement.title())).append(' ').append(Printable.of(part));
    text.append('\n');
  }
}
