package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes actions that a statement gives to other accounts alone, and of which none works across
 * accounts. Patterns with some that do are fine.
 */
public final class VoidCrossAccountAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/void-cross-account-action",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "an action for another account that works in the key's own account alone",
          "0.1.0",
          List.of(AwsPages.KMS_PERMISSIONS, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || !statement.isAllow() || !isForOthers(statement, context)) {
        continue;
      }
      for (Actions.Entry entry : KmsActions.named(statement)) {
        if (isVoid(KmsActions.meant(entry, context.catalog()))) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .related(Parts.principals(statement).get(0).location(), "of another account")
                  .says(
                      Wording.code(entry.text())
                          + " does not work across accounts, so it gives the other account nothing",
                      "remove it, or call it from a role of the key's account"));
        }
      }
    }
    return findings;
  }

  private static boolean isForOthers(Statement statement, PolicyContext context) {
    Principals principals = statement.principals();
    if (context.owner().isEmpty()
        || statement.unreadable()
        || principals == null
        || principals.negated()) {
      return false;
    }
    for (Principal principal : principals.entries()) {
      if (principal.account().isEmpty() || principal.account().equals(context.owner())) {
        return false;
      }
    }
    return !principals.entries().isEmpty();
  }

  /** Whether none works across accounts, though a key policy is asked about one. */
  private static boolean isVoid(List<ActionInfo> actions) {
    boolean governed = false;
    for (ActionInfo action : actions) {
      if (action.crossAccount()) {
        return false;
      }
      governed |= action.keyPolicy();
    }
    return governed;
  }
}
