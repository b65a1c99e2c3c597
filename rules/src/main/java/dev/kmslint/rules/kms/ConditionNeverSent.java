package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags actions that stand under a condition on a key of KMS which their requests never hold, as
 * kms:DescribeKey under an encryption context. kms:GrantIsForAWSResource has a rule of its own. A
 * note where services read about a key, since AWS writes that itself.
 */
public final class ConditionNeverSent implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/condition-never-sent",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an action is allowed only with a condition key that its requests never hold",
          "0.1.0",
          List.of(AwsPages.KMS_CONDITIONS, AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || !statement.isAllow() || statement.conditions().isEmpty()) {
        continue;
      }
      for (Actions.Entry entry : KmsActions.named(statement)) {
        List<ActionInfo> meant = KmsActions.meant(entry, context.catalog());
        for (Condition condition : statement.conditions()) {
          if (isOurs(condition, context.catalog())
              && neverSend(meant, condition.key().value(), context.catalog())) {
            findings.add(finding(entry, condition, isDocumented(statement, meant)));
            break;
          }
        }
      }
    }
    return findings;
  }

  private static boolean isOurs(Condition condition, Catalog catalog) {
    ConditionKeyInfo key = catalog.conditionKey(condition.key().value());
    return key != null
        && key.genericName().startsWith("kms:")
        && !condition.hasKey("kms:GrantIsForAWSResource")
        && Conditions.needsItsKey(condition);
  }

  /** Whether no request holds the key, though a key policy decides about one of the actions. */
  private static boolean neverSend(List<ActionInfo> actions, String key, Catalog catalog) {
    boolean governed = false;
    for (ActionInfo action : actions) {
      governed |= action.keyPolicy() && !action.grantDecides();
      if (catalog.carries(action, key) != Carried.NEVER) {
        return false;
      }
    }
    return governed;
  }

  /** AWS writes kms:Describe* beside the use of a key for CloudWatch Logs, under its context. */
  private static boolean isDocumented(Statement statement, List<ActionInfo> actions) {
    for (Principal principal : Parts.principals(statement)) {
      if (principal.form() != Principal.Form.SERVICE) {
        return false;
      }
    }
    return KmsActions.onlyRead(actions);
  }

  private static Finding finding(Actions.Entry entry, Condition condition, boolean documented) {
    return Finding.of(INFO)
        .severity(documented ? Severity.NOTE : Severity.ERROR)
        .at(entry.location())
        .related(condition.key().location(), "the condition that cannot hold")
        .says(
            Wording.code(entry.text())
                + " is allowed only with "
                + Wording.code(condition.key().value())
                + ", which no request for it holds, so it is never allowed here",
            "allow it in a statement without this condition");
  }
}
