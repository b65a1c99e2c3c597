package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
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
import org.jspecify.annotations.Nullable;

/**
 * Flags condition keys without a prefix or a name, or with blanks around them: no request holds
 * them.
 */
public final class MalformedConditionKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/malformed-condition-key",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "a condition key that is not `prefix:name`",
              "0.1.0",
              List.of(AwsPages.POLICY_CHECKS, AwsPages.GLOBAL_KEYS))
          .superseding(Where.PLACE, "policy/unknown-condition-key");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        String key = condition.key().value();
        String fault = fault(key);
        if (fault != null) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .says(
                      (key.isEmpty() ? "an empty string" : Wording.code(key))
                          + " is no condition key: "
                          + fault
                          + (Conditions.needsItsKey(condition)
                              ? ", so this condition never holds"
                              : ", so this condition restricts nothing"),
                      help(key, context.catalog())));
        }
      }
    }
    return findings;
  }

  private static @Nullable String fault(String key) {
    int colon = key.indexOf(':');
    if (colon < 0) {
      return "no `:` parts a prefix from a name";
    }
    if (colon == 0 || colon == key.length() - 1) {
      return "a part of `prefix:name` is empty";
    }
    return key.strip().equals(key) && key.lastIndexOf(' ', colon) < 0
        ? null
        : "it holds a blank that no key has";
  }

  private static String help(String key, Catalog catalog) {
    String name = key.replace(" ", "");
    for (String prefix : new String[] {"", "aws:", "kms:"}) {
      if (catalog.conditionKey(prefix + name) != null) {
        return "did you mean " + Wording.code(prefix + name) + "?";
      }
    }
    return "write it as `prefix:name`, such as `aws:SourceIp` or `kms:ViaService`";
  }
}
