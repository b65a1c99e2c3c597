package dev.kmslint.report;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Change;
import dev.kmslint.lint.CanReport;
import dev.kmslint.lint.DiffReport;
import dev.kmslint.lint.Report;
import dev.kmslint.share.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes answers about access for people: the answer in one line, requests that show it, and the
 * statements that make it so, with their places.
 */
public final class AccessText {
  private final Palette palette;
  private final EvidenceText evidence;
  private final boolean quiet;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param color whether the text has colours
   * @param quiet whether it leaves out what was assumed and inferred, and what is in order
   */
  public AccessText(boolean color, boolean quiet) {
    this.palette = new Palette(color);
    this.evidence = new EvidenceText(palette);
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
      if (report.principals() != null) {
        new PrincipalsText(palette, evidence).append(report.principals(), report.names(), text);
      }
      if (answer != null) {
        evidence.appendWitness("allowed", answer.allowed(), report.names(), text);
        evidence.appendWitness("denied", answer.denied(), report.names(), text);
        evidence.appendBecause(answer.because(), report.names(), text);
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
      evidence.appendWitness("newly allowed", change.witness(), each.names(), text);
      evidence.appendBecause(change.because(), each.names(), text);
      for (Because before : change.before()) {
        evidence.appendStatement(before, "denied it before", text);
      }
    }
    if (report.files().isEmpty() && report.errors().isEmpty() && !quiet) {
      text.append(palette.verdict(Verdict.PROVEN, "NOTHING NEW")).append(": ");
      text.append("no policy has changed\n");
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
    if (report.principals() != null) {
      return PrincipalsText.sentence(report.principals(), what(report.question()));
    }
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
    return "by " + title(question.who()) + " " + what(question);
  }

  private static String what(Question question) {
    StringBuilder words = new StringBuilder("for `");
    words.append(question.action()).append("` on ");
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
