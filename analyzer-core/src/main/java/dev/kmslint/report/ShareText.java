package dev.kmslint.report;

import dev.kmslint.access.Outcome;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.Level;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Verdict;

/** Writes what came out of a share for people: the verdict, and the table of obligations. */
final class ShareText {
  private static final String KEY_SIDE = "key policy";
  private static final String IDENTITY_SIDE = "IAM policy";

  private final Palette palette;
  private final boolean verbose;

  ShareText(Palette palette, boolean verbose) {
    this.palette = palette;
    this.verbose = verbose;
  }

  void append(ShareReport report, StringBuilder text) {
    ShareResult share = report.result();
    CompactReporter.appendShare(share, palette, text);
    text.append("  key    ").append(known(share.keyArn()));
    text.append("   owner ").append(known(share.owner())).append('\n');
    text.append("  to     ").append(Printable.of(share.to())).append('\n');
    appendTable(share, text);
    if (share.verdict() != Verdict.PROVEN) {
      appendEach("missing", report.missing(), text);
    }
    appendEach("assumed", share.assumptions(), text);
    appendEach("inferred", share.inferred(), text);
  }

  private static String known(String value) {
    return value.isEmpty() ? "unknown" : Printable.of(value);
  }

  private void appendEach(String what, Iterable<String> sentences, StringBuilder text) {
    for (String sentence : sentences) {
      text.append("  ").append(palette.faint(what + ":")).append(' ');
      text.append(Printable.of(sentence)).append('\n');
    }
  }

  private void appendTable(ShareResult share, StringBuilder text) {
    if (share.obligations().isEmpty()) {
      return;
    }
    int actions = 0;
    int levels = 0;
    for (ShareResult.Decided decided : share.obligations()) {
      actions = Math.max(actions, label(decided).length());
      levels = Math.max(levels, decided.level().word().length());
    }
    text.append(" ".repeat(2 + actions + 4 + levels + 2));
    text.append(palette.faint(KEY_SIDE + "   " + IDENTITY_SIDE)).append('\n');
    for (ShareResult.Decided decided : share.obligations()) {
      text.append("  ");
      appendCell(label(decided), actions + 4, text);
      appendCell(decided.level().word(), levels + 2, text);
      appendCell(word(decided.keySide()), KEY_SIDE.length() + 3, text);
      text.append(word(decided.identitySide())).append('\n');
      if (verbose) {
        appendBecause(decided, text);
      }
    }
  }

  private void appendBecause(ShareResult.Decided decided, StringBuilder text) {
    for (ShareResult.Because because : decided.because()) {
      text.append("    ").append(palette.faint("by")).append(' ');
      text.append(CompactReporter.place(because.location()));
      if (!because.sid().isEmpty()) {
        text.append(" \"").append(Printable.of(because.sid())).append('"');
      }
      text.append('\n');
    }
  }

  /** The action; with a word when it is asked of the target key, which is what ELSEWHERE means. */
  static String label(ShareResult.Decided decided) {
    boolean target = decided.action().startsWith("kms:") && decided.level() == Level.ELSEWHERE;
    return Printable.of(decided.action()) + (target ? " (target key)" : "");
  }

  private static void appendCell(String value, int columns, StringBuilder text) {
    text.append(value).append(" ".repeat(Math.max(1, columns - value.length())));
  }

  static String word(Outcome outcome) {
    return switch (outcome) {
      case ALWAYS -> "yes";
      case NEVER -> "no";
      case DEPENDS -> "depends";
      case UNKNOWN -> "?";
    };
  }
}
