package dev.kmslint.lint;

import org.jspecify.annotations.Nullable;

/** What a person made of a rule: its severity, or that it stays off. */
public enum Grade {
  OFF(null),
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  NOTE(Severity.NOTE);

  private final @Nullable Severity severity;

  Grade(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** The severity of every finding of the rule; null when the rule is off. */
  public @Nullable Severity severity() {
    return severity;
  }

  /** The word in options and in the configuration. */
  public String word() {
    return severity == null ? "off" : severity.word();
  }

  /** The grade of that word, in lower case; null when there is none such. */
  public static @Nullable Grade of(String word) {
    for (Grade grade : values()) {
      if (grade.word().equals(word)) {
        return grade;
      }
    }
    return null;
  }
}
