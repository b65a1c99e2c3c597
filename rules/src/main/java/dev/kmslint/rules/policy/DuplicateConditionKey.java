package dev.kmslint.rules.policy;

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
import org.jspecify.annotations.Nullable;

/**
 * Flags a condition key that stands twice under the same operator and differs only in case, which
 * does not matter in the names of keys. Names that are equal are policy/duplicate-key's.
 */
public final class DuplicateConditionKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/duplicate-condition-key",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a condition key stands twice under one operator, in different case",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      List<Condition> conditions = statement.conditions();
      for (int i = 1; i < conditions.size(); i++) {
        Condition first = sameButForCase(conditions, i);
        if (first != null) {
          Condition condition = conditions.get(i);
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .related(first.key().location(), "the same key")
                  .says(
                      Wording.code(condition.key().value())
                          + " and "
                          + Wording.code(first.key().value())
                          + " are the same condition key, and AWS takes it only once under "
                          + Wording.code(condition.operatorName().value()),
                      "keep one, or put the values of both into one list"));
        }
      }
    }
    return findings;
  }

  private static @Nullable Condition sameButForCase(List<Condition> conditions, int index) {
    Condition condition = conditions.get(index);
    for (int i = 0; i < index; i++) {
      Condition earlier = conditions.get(i);
      if (earlier.operatorName().equals(condition.operatorName())
          && earlier.hasKey(condition.key().value())
          && !earlier.key().value().equals(condition.key().value())) {
        return earlier;
      }
    }
    return null;
  }
}
