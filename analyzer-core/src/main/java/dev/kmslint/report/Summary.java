package dev.kmslint.report;

import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;

/** Says in one line how much was found, and in how many files. */
final class Summary {
  private Summary() {}

  /** Appends it, without a line end. */
  static void append(Report report, StringBuilder text) {
    int start = text.length();
    for (Severity severity : Severity.values()) {
      appendCount(report.count(severity), severity.word(), start, text);
    }
    if (text.length() == start) {
      text.append("no findings");
    }
    appendCount(report.suppressed(), "suppressed", start, text);
    appendCount(report.errors().size(), "input error", start, text);
    text.append(" in ").append(report.files()).append(report.files() == 1 ? " file" : " files");
    if (report.passedOver() > 0) {
      text.append(" (").append(report.passedOver()).append(" passed over)");
    }
  }

  private static void appendCount(int count, String what, int start, StringBuilder text) {
    if (count == 0) {
      return;
    }
    if (text.length() > start) {
      text.append(", ");
    }
    text.append(count).append(' ').append(what);
    if (count > 1 && !what.equals("suppressed")) {
      text.append('s');
    }
  }
}
