package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.SourceLocation;

/** What several formats say in the same words. */
final class Words {
  private Words() {}

  /** The message of a finding, and why it does not count when it does not. */
  static String message(Finding finding) {
    String message = Printable.of(finding.message());
    Finding.Suppression why = finding.suppression();
    return why == null ? message : message + " (suppressed: " + Printable.of(why.reason()) + ")";
  }

  /** What a share is called: {@code share orders-to-dr}. */
  static String title(ShareResult share) {
    return share.name().equals("share") ? "share" : "share " + Printable.of(share.name());
  }

  /** What came out of a share, and which rules say why. */
  static String verdict(ShareReport report) {
    ShareResult share = report.result();
    String verdict = share.verdict().word() + " (" + Printable.of(share.scenario()) + ")";
    return report.missing().isEmpty()
        ? verdict
        : verdict + ": " + String.join(", ", report.missing());
  }

  /** Whether a place is in a file, and not on the command line. */
  static boolean isInFile(SourceLocation place) {
    return !place.file().text().isEmpty();
  }

  /** At most so many UTF-16 units of a text. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
