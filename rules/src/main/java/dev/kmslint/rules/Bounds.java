package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import java.util.List;

/** Whether conditions bound who can call. */
public final class Bounds {
  private static final List<String> IDENTITY =
      List.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "kms:CallerAccount");

  private static final List<String> NETWORK =
      List.of("aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp");

  private Bounds() {}

  /** Why a condition does not keep callers of other accounts out. */
  public static String whyNot(Condition condition) {
    if (isOneOf(condition, NETWORK)) {
      return "says from which network, not who";
    }
    if (!isOneOf(condition, IDENTITY)) {
      return "does not say whose account calls";
    }
    boolean organization =
        condition.key().value().toLowerCase(java.util.Locale.ROOT).contains("org");
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
