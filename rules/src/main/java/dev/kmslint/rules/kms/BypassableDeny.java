package dev.kmslint.rules.kms;

import dev.kmslint.access.exact.Witness;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.Redundancy;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a Deny that is meant to require something and does not hit requests that leave the
 * condition key out.
 */
public final class BypassableDeny implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/bypassable-deny",
              Severity.WARNING,
              Precision.HIGH,
              5,
              "a Deny that a request escapes by leaving a condition key out",
              "0.1.0",
              List.of(AwsPages.OPERATORS, AwsPages.GLOBAL_KEYS))
          .superseding(
              Where.PLACE, "policy/condition-key-unavailable", "policy/for-any-value-deny");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || !statement.isDeny() || !Redundancy.isReadable(statement)) {
        continue;
      }
      List<Statement> all = context.policy().statements();
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (operator != null
            && Conditions.needsItsKey(condition)
            && requires(condition, operator)) {
          String key = condition.key().value();
          Witness escape = Redundancy.analysis(context, statement, all).dodging(statement, key);
          if (escape != null) {
            findings.add(finding(statement, condition, operator, escape));
          }
        }
      }
    }
    return findings;
  }

  /** Whether a Deny with this condition says that a key must have another value than false. */
  private static boolean requires(Condition condition, ConditionOperator operator) {
    boolean age =
        condition.hasKey("aws:MultiFactorAuthAge") && operator.base().family() == Family.NUMERIC;
    return age || isNotAnyOf(operator) || isFalse(condition);
  }

  private static boolean isNotAnyOf(ConditionOperator operator) {
    return operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE
        && operator.base().isNegated();
  }

  private static boolean isFalse(Condition condition) {
    for (Condition.Value value : condition.values()) {
      if (!value.text().equalsIgnoreCase("false")) {
        return false;
      }
    }
    return true;
  }

  private static Finding finding(
      Statement statement, Condition condition, ConditionOperator operator, Witness escape) {
    String key = Wording.code(condition.key().value());
    return Finding.of(INFO)
        .at(condition.key().location())
        .says(
            statement.title()
                + " does not hit requests without "
                + key
                + ", so "
                + escape.request().caller().title()
                + " can call "
                + Wording.code(escape.request().action())
                + " without it",
            operator.base().family() == Family.NULL
                ? "remove this condition, so that the Deny also hits requests without " + key
                : "write an operator that also holds when the key is absent, as `"
                    + remedy(operator)
                    + "`");
  }

  private static String remedy(ConditionOperator operator) {
    return operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE
        ? "ForAllValues:" + operator.base().word()
        : operator.base().word() + "IfExists";
  }
}
