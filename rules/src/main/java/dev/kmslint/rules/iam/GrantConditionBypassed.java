package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GrantBypass;
import dev.kmslint.rules.GrantWording;
import java.util.ArrayList;
import java.util.List;

/** Flags a condition on kms:CreateGrant where another statement allows it without the condition. */
public final class GrantConditionBypassed implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/grant-condition-bypassed",
          Severity.WARNING,
          Precision.VERY_HIGH,
          5,
          "a condition on `kms:CreateGrant` that another statement of the policy makes void",
          "0.1.0",
          List.of(
              AwsPages.KMS_CONDITIONS + "#conditions-kms-grant-is-for-aws-resource",
              "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.kind().isIdentitySide() && context.kind() != PolicyKind.SCP) {
      for (GrantBypass bypass : GrantBypass.in(context)) {
        findings.add(GrantWording.finding(Finding.of(INFO), bypass, List.of()));
      }
    }
    return findings;
  }
}
