package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags IAM groups as principals of a key policy: a group calls nothing, so AWS takes none as a
 * principal.
 */
public final class GroupPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/group-principal",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "an IAM group is named as a principal",
              "0.1.0",
              List.of(AwsPages.PRINCIPAL, AwsPages.KEY_POLICY))
          .superseding(Where.PLACE, "kms/partition-mismatch");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        if (context.isKeyPolicy() && principal.form() == Principal.Form.GROUP) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      Wording.code(principal.value())
                          + " is a group, which is no principal, so AWS rejects the policy",
                      "name users or roles, or let the account in, "
                          + Wording.code(
                              Arn.ofAccount(
                                  principal.arn() == null ? "aws" : principal.arn().partition(),
                                  principal.account()))
                          + ", and give the group an IAM policy"));
        }
      }
    }
    return findings;
  }
}
