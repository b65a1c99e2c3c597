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
    return ordinal() <= other.ordinal() ? this : other;
  }

  Truth or(Truth other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  Truth not() {
    return values()[2 - ordinal()];
  }
}
