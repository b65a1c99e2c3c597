package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import java.util.List;
import java.util.Locale;

/** Whether conditions bound who can call. */
public final class Bounds {
  private static final List<String> IDENTITY =
      List.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "kms:CallerAccount");

  private static final List<String> NAMING =
      List.of("aws:PrincipalOrgID", "aws:PrincipalAccount", "kms:CallerAccount");

  private static final List<String> NETWORK =
      List.of("aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp");

  private Bounds() {}

  /** Whether a condition certainly keeps out everybody whose account the policy does not name. */
  public static boolean isCertain(Condition condition) {
    ConditionOperator operator = condition.operator();
    if (operator == null
        || operator.base() != ConditionOperator.Base.STRING_EQUALS
        || operator.ifExists()
        || operator.set() != ConditionOperator.SetPrefix.NONE
        || !isOneOf(condition, NAMING)) {
      return false;
    }
    for (Condition.Value value : condition.values()) {
      if (value.text().indexOf('$') >= 0) {
        return false;
      }
    }
    return !condition.values().isEmpty();
  }

  /** Why a condition does not keep callers of other accounts out. */
  public static String whyNot(Condition condition) {
    if (isOneOf(condition, NETWORK)) {
      return "says from which network, not who";
    }
    if (!isOneOf(condition, IDENTITY)) {
      return "does not say whose account calls";
    }
    boolean organization = condition.key().value().toLowerCase(Locale.ROOT).contains("org");
    return organization && !Conditions.needsItsKey(condition)
        ? "also holds for accounts outside any organization, whose requests lack this key"
        : "also holds for other accounts";
  }

  private static boolean isOneOf(Condition condition, List<String> keys) {
    for (String key : keys) {
      if (condition.hasKey(key)) {
        return true;
      }
    }
    return false;
  }
}
