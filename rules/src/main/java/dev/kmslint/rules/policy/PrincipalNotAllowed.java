package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags Principal, NotPrincipal and Id in policies that are attached to who calls: AWS rejects them
 * there.
 */
public final class PrincipalNotAllowed implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/principal-not-allowed",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an element that only policies of resources have",
          "0.1.0",
          List.of(
              AwsPages.PRINCIPAL,
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    PolicyKind kind = context.kind();
    if (kind.hasPrincipal()) {
      return findings;
    }
    Text id = context.policy().id();
    if (id != null && kind != PolicyKind.SCP) {
      findings.add(
          Finding.of(INFO)
              .at(id.location())
              .says(
                  "this is " + Wording.a(kind.title()) + ", which cannot have an `Id`",
                  "remove the `Id`"));
    }
    for (Statement statement : context.policy().statements()) {
      Principals principals = statement.principals();
      if (principals != null) {
        findings.add(
            Finding.of(INFO)
                .at(principals.nameLocation())
                .says(
                    "this is "
                        + Wording.a(kind.title())
                        + ", which cannot have a "
                        + Wording.code(principals.element())
                        + ": it speaks about whom it is attached to",
                    "remove it, or put the statement into the policy of the resource"));
      }
    }
    return findings;
  }
}
