package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Flags ForAllValues with an encryption context or a request tag, for which KMS refuses the policy:
 * it also holds for requests without them.
 */
public final class ForAllValuesSingle implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/for-all-values-single",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "`ForAllValues` on a key that has one value, which KMS refuses",
              "0.1.0",
              List.of(AwsPages.KMS_CONDITIONS))
          .superseding(Where.PLACE, "policy/set-operator-on-single-value");

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
        String key = condition.key().value().toLowerCase(Locale.ROOT);
        boolean single =
            key.startsWith("kms:encryptioncontext:") || key.startsWith("aws:requesttag/");
        if (context.isKeyPolicy()
            && single
            && operator != null
            && operator.set() == ConditionOperator.SetPrefix.FOR_ALL_VALUES) {
          String plain =
              new ConditionOperator(
                      operator.base(), ConditionOperator.SetPrefix.NONE, operator.ifExists())
                  .canonical();
          findings.add(
              Finding.of(INFO)
                  .at(condition.operatorName().location())
                  .related(condition.key().location(), "a key with one value")
                  .says(
                      "KMS rejects a policy with "
                          + Wording.code(condition.operatorName().value())
                          + " on "
                          + Wording.code(condition.key().value())
                          + ": it also holds for requests without it",
                      "write " + Wording.code(plain)));
        }
      }
    }
    return findings;
  }
}
