package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Notes actions of KMS that work on no key, as kms:ListKeys: no key policy is asked about them. */
public final class KeylessAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/keyless-action",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a key policy names an action that is not about a key",
          "0.1.0",
          List.of(AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Actions.Entry entry : Parts.actions(statement)) {
        if (context.isKeyPolicy() && isKeyless(KmsActions.meant(entry, context.catalog()))) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      Wording.code(entry.text())
                          + " is not about a key, so no key policy is asked about it, and it has no"
                          + " effect here",
                      "remove it; an IAM policy allows it, with `\"Resource\": \"*\"`"));
        }
      }
    }
    return findings;
  }

  private static boolean isKeyless(List<ActionInfo> actions) {
    for (ActionInfo action : actions) {
      if (action.keyPolicy()) {
        return false;
      }
    }
    return !actions.isEmpty();
  }
}
