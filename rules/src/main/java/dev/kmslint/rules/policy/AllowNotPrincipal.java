package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags Allow with NotPrincipal, which lets in everybody else, callers of other accounts and
 * anonymous ones too.
 */
public final class AllowNotPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/allow-not-principal",
              Severity.ERROR,
              Precision.VERY_HIGH,
              9,
              "an Allow for everybody but some",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
                  AwsPages.POLICY_CHECKS))
          .superseding(Where.PLACE, "kms/public-key-policy");

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
          && statement.isAllow()
          && principals != null
          && principals.negated()) {
        findings.add(
            Finding.of(INFO)
                .at(principals.nameLocation())
                .says(
                    "this gives its actions to everybody but those listed, in every AWS account and"
                        + " without one",
                    "name those who are to have access in a `Principal`; to keep some out, write a"
                        + " Deny"));
      }
    }
    return findings;
  }
}
