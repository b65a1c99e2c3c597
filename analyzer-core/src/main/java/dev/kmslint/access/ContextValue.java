package dev.kmslint.access;

import dev.kmslint.policy.Glob;
import java.util.List;

/** What a request, or a set of requests, holds under one condition key. */
public sealed interface ContextValue {
  /** The request lacks the key. */
  ContextValue ABSENT = new Absent();

  /** Anything, or nothing. */
  ContextValue ANYTHING = new Open(true, List.of());

  /** Anything, but the key is there. */
  ContextValue SOMETHING = new Open(false, List.of());

  /** These values; none at all is the empty set of a multivalued key. */
  static ContextValue of(String... values) {
    return new Fixed(List.of(values));
  }

  /** The request lacks the key. */
  record Absent() implements ContextValue {}

  /** The request holds exactly these values. */
  record Fixed(List<String> values) implements ContextValue {
    public Fixed {
      values = List.copyOf(values);
    }
  }

  /**
   * The requests differ in this key.
   *
   * @param mayBeAbsent whether some lack it
   * @param within patterns of which every value matches one; empty for any value at all
   */
  record Open(boolean mayBeAbsent, List<Glob> within) implements ContextValue {
    public Open {
      within = List.copyOf(within);
    }
  }
}
