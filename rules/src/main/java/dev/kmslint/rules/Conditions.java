package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Statement;
import org.jspecify.annotations.Nullable;

/** What rules ask of conditions. */
public final class Conditions {
  private Conditions() {}

  /**
   * Whether a condition cannot hold in a request that lacks its key: operators without negation,
   * IfExists and ForAllValues, and {@code Null} with {@code false}.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
   */
  public static boolean needsItsKey(Condition condition) {
    ConditionOperator operator = condition.operator();
    if (operator == null || condition.values().isEmpty()) {
      return false;
    }
    if (operator.base() == ConditionOperator.Base.NULL) {
      for (Condition.Value value : condition.values()) {
        if (!value.text().equalsIgnoreCase("false")) {
          return false;
        }
      }
      return true;
    }
    if (operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE) {
      return !operator.ifExists();
    }
    return operator.set() == ConditionOperator.SetPrefix.NONE
        && !operator.ifExists()
        && !operator.base().isNegated();
  }

  /**
   * Whether a condition holds in every request that lacks its key though it does not say so: an
   * operator with a negation, as StringNotEquals. IfExists and ForAllValues say so.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
   */
  public static boolean holdsWithoutItsKey(Condition condition) {
    ConditionOperator operator = condition.operator();
    return operator != null
        && operator.base() != ConditionOperator.Base.NULL
        && operator.base().isNegated()
        && operator.set() == ConditionOperator.SetPrefix.NONE
        && !operator.ifExists();
  }

  /** The first condition of a statement on a key; null when there is none. */
  public static @Nullable Condition on(Statement statement, String key) {
    for (Condition condition : statement.conditions()) {
      if (condition.hasKey(key)) {
        return condition;
      }
    }
    return null;
  }
}
