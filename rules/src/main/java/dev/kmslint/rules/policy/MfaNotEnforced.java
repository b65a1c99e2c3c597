package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.MfaGaps;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags conditions on MFA that let requests without it through. In a key policy a Deny that misses
 * requests is kms/bypassable-deny's.
 */
public final class MfaNotEnforced implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/mfa-not-enforced",
          Severity.WARNING,
          Precision.HIGH,
          5,
          "a condition on MFA that does not enforce it",
          "0.1.0",
          List.of(
              AwsPages.GLOBAL_KEYS,
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        String gap = MfaGaps.of(statement, condition, context);
        if (gap != null) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .related(condition.operatorName().location(), "the operator")
                  .says(
                      gap,
                      statement.isAllow()
                          ? "write `\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}`"
                          : "write `\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\":"
                              + " \"false\"}`"));
        }
      }
    }
    return findings;
  }
}
