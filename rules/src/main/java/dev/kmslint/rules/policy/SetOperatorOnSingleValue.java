package dev.kmslint.rules.policy;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags ForAllValues and ForAnyValue on keys that hold one value. ForAllValues then also holds for
 * requests without the key.
 */
public final class SetOperatorOnSingleValue implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/set-operator-on-single-value",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "a set operator on a condition key that has one value",
          "0.1.0",
          List.of(AwsPages.SET_OPERATORS, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (operator == null || operator.set() == ConditionOperator.SetPrefix.NONE) {
          continue;
        }
        ConditionKeyInfo key = context.catalog().conditionKey(condition.key().value());
        if (key != null && !key.multivalued() && operator.base() != ConditionOperator.Base.NULL) {
          findings.add(finding(condition, operator));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Condition condition, ConditionOperator operator) {
    boolean all = operator.set() == ConditionOperator.SetPrefix.FOR_ALL_VALUES;
    boolean same = operator.ifExists() || all == operator.base().isNegated();
    String plain =
        new ConditionOperator(
                operator.base(), ConditionOperator.SetPrefix.NONE, operator.ifExists())
            .canonical();
    return Finding.of(INFO)
        .severity(same ? Severity.NOTE : Severity.WARNING)
        .at(condition.operatorName().location())
        .related(condition.key().location(), "a key with one value")
        .says(
            Wording.code(condition.key().value())
                + " has one value, so "
                + Wording.code(condition.operatorName().value())
                + (same
                    ? " adds nothing to the plain operator"
                    : all
                        ? " does no more than also hold for requests without it"
                        : " does no more than fail for requests without it"),
            "write " + Wording.code(plain));
  }
}
