package dev.kmslint.access.exact.atom;

import java.util.List;

/**
 * What one element of a statement demands of one axis. Where AWS does not say what something means
 * there are two readings: the strict one matches only what is certain, the wide one all that may
 * match. Compared by identity.
 */
public abstract class Predicate {
  /** The sets of values that it looks at. */
  public abstract List<ValueTest> tests();

  /** Whether it certainly holds. */
  public abstract boolean must(Seen seen);

  /** Whether it may hold. */
  public abstract boolean may(Seen seen);

  /** Whether the two readings are the same for all values. */
  public abstract boolean isExact();

  /** Whether they are the same also for sets of values, of which AWS says less. */
  public boolean isExactOnSets() {
    return isExact();
  }

  /** A text that is the same for predicates that mean the same, and so are in doubt together. */
  public abstract String signature();
}
