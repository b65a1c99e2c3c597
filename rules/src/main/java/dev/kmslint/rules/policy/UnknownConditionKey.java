package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Services;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.KeyNames;
import dev.kmslint.rules.UnknownNames;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags condition keys that AWS does not have, so that no request holds them. */
public final class UnknownConditionKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-condition-key",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a condition key that does not exist",
              "0.1.0",
              List.of(
                  AwsPages.GLOBAL_KEYS, AwsPages.KMS_CONDITIONS, AwsPages.SERVICE_AUTHORIZATION))
          .superseding(Where.PLACE, "kms/bypassable-deny")
          .superseding(Where.STATEMENT, "policy/redundant-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        if (KeyNames.isUnknown(condition.key().value(), context.catalog().services())) {
          findings.add(finding(condition, context));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Condition condition, PolicyContext context) {
    Services services = context.catalog().services();
    String key = condition.key().value();
    String near = KeyNames.near(key, services);
    boolean wrong = KeyNames.isSurelyWrong(key, near, context);
    String effect = Conditions.needsItsKey(condition) ? "never holds" : "restricts nothing";
    return Finding.of(INFO)
        .severity(UnknownNames.severity(wrong, context))
        .at(condition.key().location())
        .says(
            UnknownNames.hasNo("condition key " + Wording.code(key), wrong, context)
                + "this condition "
                + effect,
            near.isEmpty()
                ? "use a condition key that AWS documents for the service"
                : "did you mean " + Wording.code(near) + "?");
  }
}
