package dev.kmslint.rules.policy;

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
    KeyNames names = new KeyNames(context.catalog().services());
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        if (names.isUnknown(condition.key().value())) {
          findings.add(finding(condition, names, context));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Condition condition, KeyNames names, PolicyContext context) {
    String key = condition.key().value();
    String near = names.near(key);
    boolean wrong = names.isSurelyWrong(key, near);
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
                : near.endsWith("*")
                    ? "write it as " + Wording.code(near.substring(0, near.length() - 1) + "NAME")
                    : "did you mean " + Wording.code(near) + "?");
  }
}
