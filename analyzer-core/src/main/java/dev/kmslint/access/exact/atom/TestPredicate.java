package dev.kmslint.access.exact.atom;

import java.util.List;

/** That a value is, or is not, in a set. */
public final class TestPredicate extends Predicate {
  private final ValueTest strict;
  private final ValueTest wide;
  private final boolean negated;
  private final String source;

  /**
   * @param source what tells doubts apart that look the same
   */
  public TestPredicate(ValueTest strict, ValueTest wide, boolean negated, String source) {
    this.source = source;
    this.strict = strict;
    this.wide = wide;
    this.negated = negated;
  }

  public TestPredicate(ValueTest test) {
    this(test, test, false, "");
  }

  @Override
  public List<ValueTest> tests() {
    return strict == wide ? List.of(strict) : List.of(strict, wide);
  }

  @Override
  public boolean isExact() {
    return strict == wide;
  }

  @Override
  public String signature() {
    return (negated ? "not " : "") + strict + wide + source;
  }

  @Override
  public boolean must(Seen seen) {
    return negated ? !seen.any(wide) : seen.any(strict);
  }

  @Override
  public boolean may(Seen seen) {
    return negated ? !seen.any(strict) : seen.any(wide);
  }
}
