package dev.kmslint.access.exact.atom;

import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.SetPrefix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition, on the axis of its key.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
public final class ConditionPredicate extends Predicate {
  /** What is not certain about a condition. */
  public enum Doubt {
    NONE,
    /** The operator is of another type than the key: no match with the list is certain. */
    TYPE,
    /** The key holds several values and the operator is for one. */
    NO_SET_OPERATOR,
    /** Nothing is certain once the key is there. */
    EVERYTHING
  }

  private final ConditionOperator operator;
  private final ValueTest strict;
  private final ValueTest wide;
  private final Doubt doubt;
  private final String source;

  /** Of a key that follows from the principal: the principals who have it; else null. */
  private final @Nullable ValueTest having;

  /**
   * @param strict the values that certainly match the policy's list, not negated
   * @param wide those that may
   * @param source the values as the policy writes them: what tells doubts apart
   */
  public ConditionPredicate(
      ConditionOperator operator,
      ValueTest strict,
      ValueTest wide,
      Doubt doubt,
      @Nullable ValueTest having,
      String source) {
    this.source = source;
    this.operator = operator;
    this.strict = strict;
    this.wide = wide;
    this.doubt = doubt;
    this.having = having;
  }

  @Override
  public List<ValueTest> tests() {
    List<ValueTest> tests = new ArrayList<>(3);
    tests.add(strict);
    if (wide != strict) {
      tests.add(wide);
    }
    if (having != null) {
      tests.add(having);
    }
    return tests;
  }

  @Override
  public boolean isExact() {
    boolean plain = operator.base().family() == ConditionOperator.Family.BOOL && isTrueOrFalse();
    return doubt == Doubt.NONE && (strict == wide || plain);
  }

  /** Whether a Bool's values are spelt as requests spell them, so that case plays no part. */
  private boolean isTrueOrFalse() {
    if (strict instanceof ValueTest.Text text && text.isLiteral()) {
      for (Pattern pattern : text.patterns()) {
        if (!pattern.text().equals("true") && !pattern.text().equals("false")) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  @Override
  public boolean isExactOnSets() {
    return isExact() && operator.set() != SetPrefix.NONE;
  }

  @Override
  public String signature() {
    return operator.canonical() + strict + wide + doubt + having + source;
  }

  @Override
  public boolean must(Seen seen) {
    if (isAbsent(seen)) {
      return whenAbsent();
    }
    if (isUnsure(seen)) {
      return false;
    }
    boolean certain = doubt != Doubt.TYPE || operator.base().isNegated();
    return certain && reading(seen, false);
  }

  @Override
  public boolean may(Seen seen) {
    if (isAbsent(seen)) {
      return whenAbsent();
    }
    if (isUnsure(seen)) {
      return true;
    }
    boolean open = doubt == Doubt.TYPE && operator.base().isNegated();
    return open || reading(seen, true);
  }

  private boolean isAbsent(Seen seen) {
    return having == null ? seen.size() < 0 : !seen.any(having);
  }

  private boolean isUnsure(Seen seen) {
    return doubt == Doubt.EVERYTHING
        || (operator.set() == SetPrefix.NONE
            && (doubt == Doubt.NO_SET_OPERATOR || seen.size() != 1));
  }

  private boolean whenAbsent() {
    return switch (operator.set()) {
      case FOR_ALL_VALUES -> true;
      case FOR_ANY_VALUE -> operator.ifExists();
      case NONE -> operator.ifExists() || operator.base().isNegated();
    };
  }

  private boolean reading(Seen seen, boolean asWide) {
    boolean negated = operator.base().isNegated();
    ValueTest test = asWide != negated ? wide : strict;
    if (operator.set() == SetPrefix.FOR_ALL_VALUES) {
      return negated ? !seen.any(test) : seen.all(test);
    }
    // Without a set operator there is one value: any and all are the same.
    return negated ? !seen.all(test) : seen.any(test);
  }
}
