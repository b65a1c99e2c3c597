package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a Deny under ForAnyValue with a negated operator: it does not hit requests that lack the
 * key. A Deny of bad values is right as it is.
 */
public final class ForAnyValueDeny implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/for-any-value-deny",
          Severity.WARNING,
          Precision.HIGH,
          3,
          "a Deny of all but some values that spares requests without any",
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
        if (statement.isDeny()
            && operator != null
            && operator.set() == ConditionOperator.SetPrefix.FOR_ANY_VALUE
            && operator.base().isNegated()
            && !operator.ifExists()
            && canBeMissed(condition, context.catalog())
            && !isDeniedWithout(condition.key().value(), context.policy())) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .related(condition.operatorName().location(), "it needs the key to be there")
                  .says(
                      "this denies requests with another "
                          + Wording.code(condition.key().value())
                          + ", and none that lack it",
                      "deny those too, in a statement of its own with `\"Null\": {\""
                          + condition.key().value()
                          + "\": \"true\"}`"));
        }
      }
    }
    return findings;
  }

  /**
   * Whether there are requests without the key that matter: none without tags tags anything, and
   * KMS makes no grant without operations.
   */
  private static boolean canBeMissed(Condition condition, Catalog catalog) {
    ConditionKeyInfo key = catalog.conditionKey(condition.key().value());
    return (key == null || key.multivalued())
        && !condition.hasKey("aws:TagKeys")
        && !condition.hasKey("kms:GrantOperations");
  }

  /** Whether another Deny is for requests without the key. */
  private static boolean isDeniedWithout(String key, Policy policy) {
    for (Statement statement : policy.statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (statement.isDeny()
            && operator != null
            && operator.base() == ConditionOperator.Base.NULL
            && condition.hasKey(key)
            && !Conditions.needsItsKey(condition)) {
          return true;
        }
      }
    }
    return false;
  }
}
