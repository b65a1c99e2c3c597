package dev.kmslint.access;

/** The answer to an access question, over all the requests that it leaves open. */
public enum Outcome {
  /** Every request is allowed. */
  ALWAYS("always"),
  /** No request is allowed. */
  NEVER("never"),
  /** Some requests are allowed and some are not, or may not be. */
  DEPENDS("depends"),
  /** The meaning of a construct is not certain, or something was not given. */
  UNKNOWN("unknown");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
