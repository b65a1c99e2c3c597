package dev.kmslint.rules.policy;

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

/** Flags Bool and Null with several values: AWS takes one. */
public final class MultipleBooleans implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/multiple-booleans",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "several values for a condition that compares with `true` or `false`",
          "0.1.0",
          List.of(AwsPages.POLICY_CHECKS, AwsPages.OPERATORS));

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
        if (operator != null && takesOne(operator) && condition.values().size() > 1) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.valuesLocation())
                  .says(
                      Wording.code(condition.operatorName().value())
                          + " compares "
                          + Wording.code(condition.key().value())
                          + " with one value, and these are "
                          + condition.values().size()
                          + ", so it may not hold where it should",
                      "write `true` or `false` alone"));
        }
      }
    }
    return findings;
  }

  private static boolean takesOne(ConditionOperator operator) {
    return operator.set() == ConditionOperator.SetPrefix.NONE
        && (operator.base() == ConditionOperator.Base.BOOL
            || operator.base() == ConditionOperator.Base.NULL);
  }
}
