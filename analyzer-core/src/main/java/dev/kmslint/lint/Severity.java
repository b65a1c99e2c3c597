package dev.kmslint.lint;

import java.util.Locale;

/** How bad a finding is; the worst first. */
public enum Severity {
  /** AWS rejects it, it cannot do what it says, or it is dangerous. */
  ERROR,
  WARNING,
  NOTE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in reports and options. */
  public String word() {
    return word;
  }

  /** Whether this is at least as bad as another. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
