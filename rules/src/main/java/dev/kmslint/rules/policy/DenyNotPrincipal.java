package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import java.util.ArrayList;
import java.util.List;

/** Flags Deny with NotPrincipal, which also hits some of those that it lists. */
public final class DenyNotPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/deny-not-principal",
          Severity.WARNING,
          Precision.HIGH,
          3,
          "a Deny for everybody but some",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Principals principals = statement.principals();
      if (context.kind().hasPrincipal()
          && statement.isDeny()
          && principals != null
          && principals.negated()) {
        findings.add(
            Finding.of(INFO)
                .at(principals.nameLocation())
                .says(
                    sparesAll(principals)
                        ? "this denies nobody anything: everybody is listed"
                        : "this also denies users and roles that have a permissions boundary, even"
                            + " those listed",
                    "write `\"Principal\": \"*\"` and a condition `ArnNotLike` or `ArnNotEquals` on"
                        + " `aws:PrincipalArn`"));
      }
    }
    return findings;
  }

  private static boolean sparesAll(Principals principals) {
    for (Principal principal : principals.entries()) {
      if (principal.form() == Principal.Form.EVERYONE) {
        return true;
      }
    }
    return false;
  }
}
