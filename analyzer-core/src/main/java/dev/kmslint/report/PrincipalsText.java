package dev.kmslint.report;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.exact.Because;
import dev.kmslint.lint.PrincipalAnswer;
import java.util.ArrayList;
import java.util.List;

/** Writes for people which of many users and roles can do something, and what lets them. */
final class PrincipalsText {
  private final Palette palette;
  private final EvidenceText evidence;

  PrincipalsText(Palette palette, EvidenceText evidence) {
    this.palette = palette;
    this.evidence = evidence;
  }

  /**
   * How many are allowed something: a sentence.
   *
   * @param requests what they ask for, as {@code for `kms:Decrypt` on the key}
   */
  static String sentence(List<PrincipalAnswer> principals, String requests) {
    int always = count(principals, Outcome.ALWAYS);
    int depends = count(principals, Outcome.DEPENDS);
    int unknown = count(principals, Outcome.UNKNOWN);
    String all =
        principals.size() + (principals.size() == 1 ? " user or role" : " users and roles");
    StringBuilder more = new StringBuilder();
    if (depends > 0) {
      more.append(", ").append(depends).append(" some of them");
    }
    if (unknown > 0) {
      more.append(", and of ").append(unknown).append(" it is not known");
    }
    return always == 0 && more.length() == 0
        ? "none of " + all + " is allowed any request " + requests
        : "of "
            + all
            + ", "
            + always
            + (always == 1 ? " is" : " are")
            + " allowed every request "
            + requests
            + more;
  }

  private static int count(List<PrincipalAnswer> principals, Outcome outcome) {
    int count = 0;
    for (PrincipalAnswer each : principals) {
      count += each.outcome() == outcome ? 1 : 0;
    }
    return count;
  }

  /** Appends those that can or perhaps can; of those that cannot how many they are. */
  void append(List<PrincipalAnswer> principals, KeyNames names, StringBuilder text) {
    for (PrincipalAnswer each : principals) {
      if (each.outcome() != Outcome.NEVER) {
        append(each, names, text);
      }
    }
    int never = count(principals, Outcome.NEVER);
    if (never > 0) {
      String others = never == 1 ? " other" : " others";
      String all = never == 1 ? " user or role" : " users and roles";
      text.append("  never    ").append(never).append(never < principals.size() ? others : all);
      text.append('\n');
    }
  }

  private void append(PrincipalAnswer answer, KeyNames names, StringBuilder text) {
    String word = answer.outcome().word();
    text.append("  ").append(word).append(" ".repeat(9 - word.length()));
    text.append(palette.strong(Printable.of(answer.principal())));
    if (!answer.on().isEmpty()) {
      List<String> on = new ArrayList<>();
      for (String key : answer.on()) {
        on.add(key.indexOf(':') < 0 ? "the " + key : "`" + names.of(key) + "`");
      }
      text.append(": it depends on ").append(Printable.of(String.join(", ", on)));
    } else if (!answer.reason().isEmpty()) {
      text.append(": ").append(Printable.of(answer.reason()));
    }
    text.append('\n');
    for (Because because : answer.because()) {
      if (because.part() == Because.Part.ALLOWS) {
        text.append("         ");
        evidence.appendStatement(because, part(because, answer), text);
      }
    }
  }

  private static String part(Because because, PrincipalAnswer answer) {
    if (because.layer() != Layer.KEY_POLICY) {
      return "allows it";
    }
    return answer.through() == PrincipalAnswer.Through.ACCOUNT
        ? "of the key policy lets its account in"
        : "of the key policy lets it in";
  }
}
