package dev.kmslint.report;

import dev.kmslint.access.Caller;
import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Change;
import dev.kmslint.access.exact.Question;
import dev.kmslint.access.exact.Who;
import dev.kmslint.access.exact.Witness;
import dev.kmslint.lint.CanReport;
import dev.kmslint.lint.DiffReport;
import dev.kmslint.lint.Report;
import dev.kmslint.policy.Statement;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers about access for people: the answer in one line, requests that show it, and the
 * statements that make it so, with their places.
 */
public final class AccessText {
  private final Palette palette;
  private final boolean quiet;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param color whether the text has colours
   * @param quiet whether it leaves out what was assumed and inferred, and what is in order
   */
  public AccessText(boolean color, boolean quiet) {
    this.palette = new Palette(color);
    this.quiet = quiet;
  }

  /**
   * Writes the answer to a question. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public void write(CanReport report, Writer out) throws IOException {
    Answer answer = report.answer();
    Outcome outcome = report.outcome();
    if (!quiet || outcome != Outcome.ALWAYS) {
      String word = outcome.word().toUpperCase(Locale.ROOT);
      text.append(palette.verdict(verdict(outcome), word)).append(": ");
      text.append(Printable.of(sentence(report))).append('\n');
      if (answer != null) {
        appendWitness("allowed", answer.allowed(), report.names());
        appendWitness("denied", answer.denied(), report.names());
        appendBecause(answer.because(), report.names());
      }
      if (!quiet) {
        appendEach("inferred", report.inferred());
        appendEach("assumed", report.assumptions());
      }
    }
    appendErrors(report.errors());
    flush(out);
  }

  /**
   * Writes what is new. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public void write(DiffReport report, Writer out) throws IOException {
    for (DiffReport.Compared each : report.files()) {
      Change change = each.change();
      if (quiet && change.newAccess() == Truth.NO) {
        continue;
      }
      text.append(palette.strong(Printable.of(each.file()) + ":")).append(' ');
      appendVerdict(each);
      appendWitness("newly allowed", change.witness(), each.names());
      appendBecause(change.because(), each.names());
      for (Because before : change.before()) {
        appendStatement(before, "denied it before");
      }
    }
    if (report.files().isEmpty() && report.errors().isEmpty() && !quiet) {
      text.append("no policy to compare\n");
    }
    if (!quiet) {
      appendEach("inferred", report.inferred());
    }
    appendErrors(report.errors());
    flush(out);
  }

  private void flush(Writer out) throws IOException {
    out.append(text);
    out.flush();
    text.setLength(0);
  }

  private void appendVerdict(DiffReport.Compared compared) {
    Change change = compared.change();
    String version = compared.fresh() ? "this new " : "the new ";
    String old = compared.fresh() ? "" : " that the old one did not";
    String kind = compared.kind().title();
    switch (change.newAccess()) {
      case YES -> {
        text.append(palette.verdict(Verdict.BROKEN, "NEW ACCESS")).append(": ");
        text.append(version).append(kind).append(" allows requests").append(old);
      }
      case NO -> {
        text.append(palette.verdict(Verdict.PROVEN, "NOTHING NEW")).append(": ");
        text.append(version).append(kind).append(" allows no request").append(old);
      }
      case MAYBE -> {
        text.append(palette.verdict(Verdict.UNKNOWN, "UNKNOWN")).append(": ");
        text.append("it is not known whether ").append(version).append(kind);
        text.append(" allows requests").append(old).append(": ");
        text.append(Printable.of(change.reason()));
      }
    }
    text.append('\n');
  }

  private static Verdict verdict(Outcome outcome) {
    return switch (outcome) {
      case ALWAYS -> Verdict.PROVEN;
      case NEVER -> Verdict.BROKEN;
      case DEPENDS, UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  private static String sentence(CanReport report) {
    String requests = requests(report.question());
    Answer answer = report.answer();
    String because = report.reason().isEmpty() ? "" : ": " + report.reason();
    if (answer == null || report.outcome() == Outcome.UNKNOWN) {
      return "it is not known whether requests " + requests + " are allowed" + because;
    }
    return switch (report.outcome()) {
      case ALWAYS -> "every request " + requests + " is allowed";
      case NEVER -> "no request " + requests + " is allowed" + because;
      default ->
          "some requests " + requests + " are allowed and some are not" + deciding(report, answer);
    };
  }

  private static String deciding(CanReport report, Answer answer) {
    List<String> on = new ArrayList<>();
    for (String key : answer.on()) {
      on.add(key.indexOf(':') < 0 ? "the " + key : "`" + report.names().of(key) + "`");
    }
    return on.isEmpty() ? "" : ": it depends on " + String.join(", ", on);
  }

  private static String requests(Question question) {
    StringBuilder words = new StringBuilder("by ");
    words.append(title(question.who()));
    words.append(" for `").append(question.action()).append("` on ");
    boolean anyKey = question.resource().equals("*") && question.side() == Question.Side.BOTH;
    words.append(anyKey ? "the key" : "`" + question.resource() + "`");
    return words.toString();
  }

  private static String title(Who who) {
    if (who instanceof Who.One one) {
      Caller caller = one.caller();
      return caller.kind() == Caller.Kind.ACCOUNT
          ? "users and roles of account `" + caller.account() + "`"
          : caller.title();
    }
    return who instanceof Who.Matching matching
        ? "callers whose ARN matches `" + matching.arn() + "`"
        : "anybody";
  }

  private void appendWitness(String how, @Nullable Witness witness, KeyNames names) {
    if (witness == null) {
      return;
    }
    RequestWords request = new RequestWords(witness.request(), names);
    text.append("  ").append(palette.faint(how + ", for example:")).append('\n');
    appendLine("principal", request.principal());
    appendLine("action", request.action());
    appendLine("resource", request.resource());
    for (Map.Entry<String, List<String>> key : request.context().entrySet()) {
      List<String> values = key.getValue();
      appendLine(
          "context",
          key.getKey()
              + (values.isEmpty() ? " is an empty set" : " = " + String.join(", ", values)));
    }
    for (String key : request.absent()) {
      appendLine("context", "no " + key);
    }
  }

  private void appendLine(String what, String value) {
    text.append("    ").append(palette.faint(what)).append(" ".repeat(11 - what.length()));
    text.append(Printable.of(value)).append('\n');
  }

  private void appendBecause(List<Because> because, KeyNames names) {
    for (Because one : because) {
      switch (one.part()) {
        case ALLOWS -> appendStatement(one, "allows it");
        case DENIES -> appendStatement(one, "denies it");
        case STOPPED -> appendStatement(one, stopped(one.stops(), names));
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

  private void appendStatement(Because because, String part) {
    Statement statement = because.statement();
    text.append("  ").append(CompactReporter.place(statement.location())).append(": ");
    text.append(Printable.of(statement.title())).append(' ').append(Printable.of(part));
    text.append('\n');
  }

  private void appendEach(String what, List<String> sentences) {
    for (String sentence : sentences) {
      text.append("  ").append(palette.faint(what + ":")).append(' ');
      text.append(Printable.of(sentence)).append('\n');
    }
  }

  private void appendErrors(List<Report.InputError> errors) {
    for (Report.InputError error : errors) {
      CompactReporter.appendError(error, palette, text);
    }
  }
}
