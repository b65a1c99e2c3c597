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
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Openness;
import java.util.ArrayList;
import java.util.List;

/** Flags Allow of `*` on `*` in an identity policy. */
public final class FullAdmin implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "iam/full-admin",
              Severity.WARNING,
              Precision.VERY_HIGH,
              8,
              "every action on every resource",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
                  AwsPages.ACTION))
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
      Actions.Entry action = KmsActions.everything(statement);
      Resources.Entry resource = Openness.everything(statement);
      if (context.kind() == PolicyKind.IDENTITY
          && statement.isAllow()
          && action != null
          && action.isEverything()
          && resource != null
          && Openness.isUnbounded(statement)) {
        findings.add(
            Finding.of(INFO)
                .at(action.location())
                .related(resource.location(), "every resource")
                .says(
                    "this gives every action of every service on every resource, keys and their"
                        + " policies included",
                    "name the actions and resources that are needed"));
      }
    }
    return findings;
  }
}
