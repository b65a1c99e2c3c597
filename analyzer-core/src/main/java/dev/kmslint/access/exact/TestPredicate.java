package dev.kmslint.access.exact;

import java.util.List;

/** That a value is, or is not, in a set. */
final class TestPredicate extends Predicate {
  private final ValueTest strict;
  private final ValueTest wide;
  private final boolean negated;

  TestPredicate(ValueTest strict, ValueTest wide, boolean negated) {
    this.strict = strict;
    this.wide = wide;
    this.negated = negated;
  }

  TestPredicate(ValueTest test) {
    this(test, test, false);
  }

  @Override
  List<ValueTest> tests() {
    return strict == wide ? List.of(strict) : List.of(strict, wide);
  }

  @Override
  boolean must(Seen seen) {
    return negated ? !seen.any(wide) : seen.any(strict);
  }

  @Override
  boolean may(Seen seen) {
    return negated ? !seen.any(strict) : seen.any(wide);
  }
}
