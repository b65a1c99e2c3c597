package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;

/** What the engine answers when the evaluator does not confirm its request. */
public final class Contradiction {
  /** What is wrong with the answer. */
  public static final String ERROR = "the request `r` was judged never and not always";

  private Contradiction() {}

  /** An unknown answer with an internal error. */
  public static Answer answer() {
    return new Answer(Outcome.UNKNOWN, "kmslint contradicts itself", null, null, ERROR, null);
  }
}
