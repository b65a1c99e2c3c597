package dev.kmslint.config;

import dev.kmslint.lint.Report;
import dev.kmslint.lint.Severity;
import org.jspecify.annotations.Nullable;

/** From which severity on findings fail a run. */
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  NOTE(Severity.NOTE),
  /** Neither findings nor shares fail a run. */
  NEVER(null);

  private final @Nullable Severity severity;

  FailOn(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** The word in options and in the configuration. */
  public String word() {
    return severity == null ? "never" : severity.word();
  }

  /** The one of that word, in lower case; null when there is none such. */
  public static @Nullable FailOn of(String word) {
    for (FailOn one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    return null;
  }

  /** Whether findings of a severity fail the run. */
  public boolean failedBy(Severity each) {
    return severity != null && each.atLeast(severity);
  }

  /** Whether a report has a finding that fails the run. */
  public boolean failedBy(Report report) {
    for (Severity each : Severity.values()) {
      if (failedBy(each) && report.count(each) > 0) {
        return true;
      }
    }
    return false;
  }
}
