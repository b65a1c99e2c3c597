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
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Notes ForAllValues in an Allow: it also holds when the request lacks the key, unless a Null
 * condition asks for it. Keys with one value are policy/set-operator-on-single-value's.
 */
public final class ForAllValuesAllow implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/for-all-values-allow",
          Severity.NOTE,
          Precision.HIGH,
          0,
          "an Allow that also holds for requests without the key it compares",
          "0.1.0",
          List.of(AwsPages.SET_OPERATORS, AwsPages.OPERATORS));

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
        if (!statement.isAllow()
            || operator == null
            || operator.set() != ConditionOperator.SetPrefix.FOR_ALL_VALUES
            || operator.base() == ConditionOperator.Base.NULL) {
          continue;
        }
        ConditionKeyInfo key = context.catalog().conditionKey(condition.key().value());
        if (key != null && key.multivalued() && !isAskedFor(condition, statement)) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.operatorName().location())
                  .related(condition.key().location(), "a request may lack it")
                  .says(
                      "this also allows requests without any "
                          + Wording.code(condition.key().value()),
                      "if they are not meant, add `\"Null\": {\""
                          + condition.key().value()
                          + "\": \"false\"}`"));
        }
      }
    }
    return findings;
  }

  /** Whether a request without the key does not come through, or makes no difference. */
  private static boolean isAskedFor(Condition condition, Statement statement) {
    if (condition.hasKey("kms:GrantOperations")) {
      return true; // KMS makes no grant without operations.
    }
    for (Condition other : statement.conditions()) {
      boolean same = other.hasKey(condition.key().value()) && Conditions.needsItsKey(other);
      boolean tag =
          condition.hasKey("aws:TagKeys")
              && other.key().value().toLowerCase(Locale.ROOT).startsWith("aws:requesttag/");
      if (same || tag) {
        return true;
      }
    }
    return false;
  }
}
