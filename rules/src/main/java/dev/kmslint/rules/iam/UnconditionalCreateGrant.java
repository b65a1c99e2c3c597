package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.FreeGrants;
import dev.kmslint.rules.GrantWording;
import java.util.ArrayList;
import java.util.List;

/** Flags kms:CreateGrant without a bound: whoever has it can pass the use of keys on. */
public final class UnconditionalCreateGrant implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/unconditional-create-grant",
          Severity.WARNING,
          Precision.HIGH,
          5,
          "`kms:CreateGrant` without a condition on the grants",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
              AwsPages.KMS_CONDITIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.kind() == PolicyKind.IDENTITY) {
      for (FreeGrants free : FreeGrants.inIdentityPolicy(context)) {
        findings.add(
            Finding.of(INFO)
                .at(GrantWording.place(free.statement()))
                .says(
                    "`kms:CreateGrant` is allowed without a condition on the grants, so whoever"
                        + " has this policy can let anyone use the key",
                    GrantWording.BOUND));
      }
    }
    return findings;
  }
}
