package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags condition keys about the key's own tags and aliases, which KMS refuses in a key policy. */
public final class ConditionKeyNotPermitted implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/condition-key-not-permitted",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a condition key that KMS refuses in a key policy",
          "0.1.0",
          List.of(AwsPages.KMS_CONDITIONS, AwsPages.KMS_GLOBAL_CONDITIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionKeyInfo key = context.catalog().conditionKey(condition.key().value());
        if (context.isKeyPolicy() && key != null && !key.inKeyPolicy()) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .says(
                      "KMS rejects a key policy with the condition key "
                          + Wording.code(condition.key().value()),
                      "remove the condition, or put the statement into an IAM policy, where the key"
                          + " works"));
        }
      }
    }
    return findings;
  }
}
