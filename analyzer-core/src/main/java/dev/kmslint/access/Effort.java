package dev.kmslint.access;

import org.jspecify.annotations.Nullable;

/**
 * How much may be spent on telling texts apart, in states of text automata: a count and never a
 * time, so that answers can be reproduced. Not safe for use by several threads.
 */
public final class Effort {
  private final @Nullable Effort whole;
  private int left;

  private Effort(int states, @Nullable Effort whole) {
    this.left = states;
    this.whole = whole;
  }

  /** An effort of so many states, for one question or for several together. */
  public static Effort of(int states) {
    return new Effort(states, null);
  }

  /** A part of this effort. */
  public Effort part(int states) {
    return new Effort(states, this);
  }

  /** Whether nothing is left. */
  public boolean isSpent() {
    return left == 0;
  }

  /** Takes one state; false when there is none left. */
  public boolean spend() {
    if (left == 0 || (whole != null && !whole.spend())) {
      return false;
    }
    left--;
    return true;
  }
}
