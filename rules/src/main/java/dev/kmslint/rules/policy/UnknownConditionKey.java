package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Nearest;
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
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Flags condition keys of AWS, KMS and RDS that do not exist, so that no request holds them. */
public final class UnknownConditionKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-condition-key",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a condition key that does not exist",
              "0.1.0",
              List.of(AwsPages.GLOBAL_KEYS, AwsPages.KMS_CONDITIONS))
          .superseding(Where.PLACE, "kms/bypassable-deny")
          .superseding(Where.STATEMENT, "policy/redundant-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    Catalog catalog = context.catalog();
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        String key = condition.key().value();
        int colon = key.indexOf(':');
        if (colon > 0
            && catalog.knowsKeysOf(key.substring(0, colon))
            && catalog.conditionKey(key) == null) {
          findings.add(finding(condition, key.substring(0, colon), catalog));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Condition condition, String prefix, Catalog catalog) {
    String key = condition.key().value();
    String effect =
        Conditions.needsItsKey(condition)
            ? ", so this condition never holds"
            : ", so this condition restricts nothing";
    List<String> names = catalog.conditionKeyNames(prefix.toLowerCase(Locale.ROOT));
    Optional<String> near = Nearest.nearest(key, names);
    return Finding.of(INFO)
        .at(condition.key().location())
        .says(
            "no request holds a condition key " + Wording.code(key) + effect,
            near.isPresent()
                ? "did you mean " + Wording.code(near.get()) + "?"
                : "use a condition key that AWS documents for "
                    + Wording.code(prefix.toLowerCase(Locale.ROOT) + ":"));
  }
}
