package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Openness;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags Allow with NotResource in an identity policy: it reaches every other resource, those to
 * come included. NotAction beside it is iam/allow-not-action's.
 */
public final class AllowNotResource implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "iam/allow-not-resource",
              Severity.WARNING,
              Precision.HIGH,
              6,
              "an Allow on every resource but some",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"))
          .superseding(
              Where.STATEMENT, "iam/decrypt-any-key", "iam/pass-role-any", "iam/put-key-policy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Resources resources = statement.resources();
      if (context.kind() == PolicyKind.IDENTITY
          && statement.isAllow()
          && resources != null
          && resources.negated()
          && statement.actions() != null
          && !statement.actions().negated()
          && Openness.isUnbounded(statement)) {
        findings.add(
            Finding.of(INFO)
                .at(resources.nameLocation())
                .says(
                    "this gives its actions on every resource but those listed, of every account"
                        + " that lets the caller in, and on each that is made later",
                    "list the resources in a `Resource`, or write the exceptions as a Deny"));
      }
    }
    return findings;
  }
}
