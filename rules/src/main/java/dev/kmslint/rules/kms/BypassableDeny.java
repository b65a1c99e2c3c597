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
import org.jspecify.annotations.Nullable;

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
      List<Statement> others = new ArrayList<>(context.policy().statements());
      others.remove(statement);
      for (Condition condition : statement.conditions()) {
        if (requires(condition)) {
          String key = condition.key().value();
          Witness escape = Redundancy.analysis(context, statement, others).dodging(statement, key);
          if (escape != null) {
            findings.add(finding(statement, condition, escape));
          }
        }
      }
    }
    return findings;
  }

  /** Whether a Deny with this condition says that a key must have another value than false. */
  private static boolean requires(Condition condition) {
    ConditionOperator operator = condition.operator();
    if (operator == null || !Conditions.needsItsKey(condition)) {
      return false;
    }
    Family family = operator.base().family();
    boolean age =
        condition.hasKey("aws:MultiFactorAuthAge")
            && (family == Family.NUMERIC || family == Family.DATE);
    boolean notOneOf =
        operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE && operator.base().isNegated();
    return age || notOneOf || family == Family.NULL || isFalse(condition);
  }

  private static boolean isFalse(Condition condition) {
    for (Condition.Value value : condition.values()) {
      if (!value.text().equalsIgnoreCase("false")) {
        return false;
      }
    }
    return true;
  }

  private static Finding finding(Statement statement, Condition condition, Witness escape) {
    String key = Wording.code(condition.key().value());
    ConditionOperator operator = condition.operator();
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
            operator != null && operator.base().family() == Family.NULL
                ? "remove this condition, so that the Deny also hits requests without " + key
                : "write an operator that also holds when the key is absent, as `"
                    + remedy(operator)
                    + "`");
  }

  private static String remedy(@Nullable ConditionOperator operator) {
    return operator == null
        ? ""
        : operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE
            ? "ForAllValues:" + operator.base().word()
            : operator.base().word() + "IfExists";
  }
}
