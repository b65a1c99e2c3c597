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

/** Flags keys that hold several values under an operator without ForAllValues or ForAnyValue. */
public final class MissingSetOperator implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/missing-set-operator",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "a condition key with several values is compared as if it had one",
          "0.1.0",
          List.of(AwsPages.SET_OPERATORS, AwsPages.POLICY_CHECKS, AwsPages.KMS_CONDITIONS));

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
        if (operator == null
            || operator.set() != ConditionOperator.SetPrefix.NONE
            || operator.base() == ConditionOperator.Base.NULL) {
          continue;
        }
        ConditionKeyInfo key = context.catalog().conditionKey(condition.key().value());
        if (key != null && key.multivalued()) {
          boolean kms = key.genericName().startsWith("kms:");
          findings.add(
              Finding.of(INFO)
                  .severity(kms ? Severity.ERROR : Severity.WARNING)
                  .at(condition.operatorName().location())
                  .related(condition.key().location(), "a key with several values")
                  .says(
                      Wording.code(condition.key().value())
                          + " can hold several values at once, and "
                          + Wording.code(condition.operatorName().value())
                          + " does not say whether one or all have to match",
                      "write "
                          + Wording.code("ForAnyValue:" + operator.canonical())
                          + " where one is enough, "
                          + Wording.code("ForAllValues:" + operator.canonical())
                          + " where all have to match"));
        }
      }
    }
    return findings;
  }
}
