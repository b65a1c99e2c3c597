package dev.kmslint.access;

/** Whether something holds in every, in some, or in no request; the middle also when unsure. */
public enum Truth {
  NO,
  MAYBE,
  YES;

  static Truth of(boolean value) {
    return value ? YES : NO;
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth not() {
    return this == MAYBE ? MAYBE : this == YES ? NO : YES;
  }
}
