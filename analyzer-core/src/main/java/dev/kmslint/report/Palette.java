package dev.kmslint.report;

import dev.kmslint.lint.Severity;
import dev.kmslint.share.Verdict;

/** The colours of text, or none. */
final class Palette {
  private static final String RESET = "\u001B[0m";
  private static final String BOLD = "\u001B[1m";
  private static final String FAINT = "\u001B[2m";
  private static final String RED = "\u001B[1;31m";
  private static final String GREEN = "\u001B[1;32m";
  private static final String YELLOW = "\u001B[1;33m";
  private static final String CYAN = "\u001B[1;36m";

  private final boolean color;

  Palette(boolean color) {
    this.color = color;
  }

  private String in(String code, String text) {
    return color ? code + text + RESET : text;
  }

  String strong(String text) {
    return in(BOLD, text);
  }

  String faint(String text) {
    return in(FAINT, text);
  }

  String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> in(RED, severity.word());
      case WARNING -> in(YELLOW, severity.word());
      case NOTE -> in(CYAN, severity.word());
    };
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case PROVEN -> in(GREEN, text);
      case BROKEN -> in(RED, text);
      case UNKNOWN -> in(YELLOW, text);
    };
  }
}
