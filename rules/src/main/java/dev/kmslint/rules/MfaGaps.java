package dev.kmslint.rules;

import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import org.jspecify.annotations.Nullable;

/** How a condition on MFA lets requests without it through. */
public final class MfaGaps {
  private static final String PRESENT = "aws:MultiFactorAuthPresent";
  private static final String AGE = "aws:MultiFactorAuthAge";

  private MfaGaps() {}

  /**
   * What a statement does about requests without MFA, as a sentence; null when it does what it
   * seems to. In a key policy a Deny that misses requests is kms/bypassable-deny's.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
   */
  public static @Nullable String of(
      Statement statement, Condition condition, PolicyContext context) {
    boolean present = condition.hasKey(PRESENT);
    if (condition.operator() == null || !(present || condition.hasKey(AGE))) {
      return null;
    }
    boolean needsKey = Conditions.needsItsKey(condition);
    boolean isNull = condition.operator().base() == ConditionOperator.Base.NULL;
    boolean isFalse = isAll(condition, "false");
    if (statement.isAllow()) {
      if (isNull ? !needsKey : present && isFalse) {
        return "this allows only requests without MFA";
      }
      if (!needsKey && !condition.operator().base().isNegated()) {
        return "this also allows requests with long-term access keys, which are without MFA";
      }
      return isNull && present && !isAskedFor(statement, condition)
          ? "this also allows sessions without MFA, whose requests hold the key with `false`"
          : null;
    }
    if (!statement.isDeny() || isMet(condition, context.policy())) {
      return null;
    }
    if (isNull) {
      return !needsKey && present ? "this does not deny sessions without MFA" : null;
    }
    boolean meant = present ? isFalse : true;
    return meant && needsKey && !context.isKeyPolicy()
        ? "this does not deny requests with long-term access keys, which are without MFA"
        : null;
  }

  private static boolean isAll(Condition condition, String word) {
    for (Condition.Value value : condition.values()) {
      if (!value.text().equalsIgnoreCase(word)) {
        return false;
      }
    }
    return !condition.values().isEmpty();
  }

  /** Whether another condition of an Allow asks for MFA. */
  private static boolean isAskedFor(Statement statement, Condition not) {
    for (Condition other : statement.conditions()) {
      boolean key = other.hasKey(AGE) || (other.hasKey(PRESENT) && isAll(other, "true"));
      if (other.valuesLocation().start() != not.valuesLocation().start()
          && key
          && Conditions.needsItsKey(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another Deny is for the requests that a Deny misses. */
  private static boolean isMet(Condition condition, Policy policy) {
    for (Statement statement : policy.statements()) {
      for (Condition other : statement.conditions()) {
        if (statement.isDeny()
            && (other.hasKey(PRESENT) || other.hasKey(AGE))
            && Conditions.needsItsKey(other) != Conditions.needsItsKey(condition)) {
          return true;
        }
      }
    }
    return false;
  }
}
