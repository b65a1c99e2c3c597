package dev.kmslint.rules.iam;

import dev.kmslint.lint.Exact;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AnyKey;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Variants;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags permission to change the key policies of keys that the policy does not name. */
public final class PutKeyPolicy implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/put-key-policy",
          Severity.WARNING,
          Precision.VERY_HIGH,
          7,
          "permission to rewrite the policy of any key",
          "0.1.0",
          List.of(AwsPages.PUT_KEY_POLICY, AwsPages.KMS_IAM_POLICIES));

  private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.kind() != PolicyKind.IDENTITY) {
      return findings;
    }
    for (Statement statement : context.policy().statements()) {
      boolean about =
          statement.isAllow()
              && statement.actions() != null
              && statement.actions().matches(PUT_KEY_POLICY);
      AnyKey key = about ? AnyKey.of(statement) : null;
      if (key != null && isAllowed(context, statement, key)) {
        findings.add(
            Finding.of(INFO)
                .at(key.place())
                .says(
                    "the policy of any key"
                        + (key.account().isEmpty()
                            ? ""
                            : " of account " + Wording.code(key.account()))
                        + " whose key policy lets IAM policies decide can be rewritten, to let in or"
                        + " lock out anybody",
                    "name the keys, or leave `kms:PutKeyPolicy` to the keys' administrators"));
      }
    }
    return findings;
  }

  private static boolean isAllowed(PolicyContext context, Statement statement, AnyKey key) {
    Exact alone = context.exact().about(Variants.alone(context.policy(), statement));
    return key.isAllowed(context, alone, PUT_KEY_POLICY);
  }
}
