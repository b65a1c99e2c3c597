package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Openness;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags Allow with NotAction on all resources in an identity policy: it gives every other action of
 * every service, those to come included.
 */
public final class AllowNotAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "iam/allow-not-action",
              Severity.WARNING,
              Precision.HIGH,
              6,
              "an Allow of every action but some",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"))
          .superseding(
              Where.STATEMENT,
              "iam/decrypt-any-key",
              "iam/pass-role-any",
              "iam/privilege-escalation",
              "iam/put-key-policy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Actions actions = statement.actions();
      Resources resources = statement.resources();
      boolean all =
          Openness.everything(statement) != null || (resources != null && resources.negated());
      if (context.kind() == PolicyKind.IDENTITY
          && statement.isAllow()
          && actions != null
          && actions.negated()
          && all
          && Openness.isUnbounded(statement)) {
        boolean kms = actions.matches("kms:Decrypt") && actions.matches("kms:PutKeyPolicy");
        findings.add(
            Finding.of(INFO)
                .at(actions.nameLocation())
                .says(
                    "this gives every action of every service but those listed"
                        + (kms ? ", also `kms:Decrypt` and `kms:PutKeyPolicy`" : "")
                        + ", and each action that AWS adds",
                    "list what is allowed in an `Action`, or write the exceptions as a Deny"));
      }
    }
    return findings;
  }
}
