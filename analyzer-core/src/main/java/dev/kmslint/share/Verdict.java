package dev.kmslint.share;

/** Whether a sharing works. */
public enum Verdict {
  /** Every required obligation is met in every request that the scenario can make. */
  PROVEN("proven"),
  /** A required obligation can never be met, or a fact makes the call fail. */
  BROKEN("broken"),
  /** It hangs on something that was not given. */
  UNKNOWN("unknown");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
