package dev.kmslint.policy;

/** What a statement does with the requests that it matches. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  /** The word in a policy; upper and lower case matter. */
  public String word() {
    return word;
  }
}
