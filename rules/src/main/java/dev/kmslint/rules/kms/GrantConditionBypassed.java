package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principal;
import dev.kmslint.rules.Asking;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GrantBypass;
import dev.kmslint.rules.GrantWording;
import dev.kmslint.rules.Parts;
import java.util.ArrayList;
import java.util.List;

/** Flags a condition on kms:CreateGrant where another statement allows it without the condition. */
public final class GrantConditionBypassed implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/grant-condition-bypassed",
          Severity.WARNING,
          Precision.VERY_HIGH,
          6,
          "a condition on `kms:CreateGrant` that another statement makes void",
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
    if (!context.isKeyPolicy()) {
      return findings;
    }
    for (GrantBypass bypass : GrantBypass.in(context)) {
      boolean external = false;
      List<String> names = new ArrayList<>();
      for (Principal principal : bypass.principals()) {
        external |= Asking.isExternal(principal, context.owner());
        names.add(principal.value());
      }
      boolean all = names.size() == Parts.principals(bypass.statement()).size();
      findings.add(
          GrantWording.finding(
              Finding.of(INFO).severity(external ? Severity.WARNING : Severity.NOTE),
              bypass,
              all ? List.of() : names));
    }
    return findings;
  }
}
