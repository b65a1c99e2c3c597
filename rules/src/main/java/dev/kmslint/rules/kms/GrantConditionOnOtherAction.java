package dev.kmslint.rules.kms;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags actions that stand under kms:GrantIsForAWSResource and never carry it, as kms:Decrypt: the
 * condition cannot hold, so nobody gets them from this statement.
 */
public final class GrantConditionOnOtherAction implements Rule.OfPolicy {
  private static final String KEY = "kms:GrantIsForAWSResource";

  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/grant-condition-on-other-action",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "an action that never carries `kms:GrantIsForAWSResource` is allowed only with it",
              "0.1.0",
              List.of(
                  AwsPages.KMS_CONDITIONS + "#conditions-kms-grant-is-for-aws-resource",
                  AwsPages.KMS_PERMISSIONS))
          .superseding(Where.PLACE, "kms/retire-grant-allow");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Condition condition = Conditions.on(statement, KEY);
      Actions actions = statement.actions();
      if (!context.isKeyPolicy()
          || !statement.isAllow()
          || condition == null
          || !Conditions.needsItsKey(condition)
          || actions == null
          || actions.negated()) {
        continue;
      }
      for (Actions.Entry entry : actions.entries()) {
        if (neverCarriesIt(entry, context.catalog())) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .related(condition.key().location(), "the condition that cannot hold")
                  .says(
                      Wording.code(entry.text())
                          + " is allowed only with "
                          + Wording.code(KEY)
                          + ", which no request for it holds, so it is never allowed here",
                      "allow it in a statement without this condition, and leave"
                          + " `kms:CreateGrant` here"));
        }
      }
    }
    return findings;
  }

  private static boolean neverCarriesIt(Actions.Entry entry, Catalog catalog) {
    List<ActionInfo> meant = KmsActions.meant(entry, catalog);
    for (ActionInfo action : meant) {
      if (catalog.carries(action, KEY) != Carried.NEVER) {
        return false;
      }
    }
    return !meant.isEmpty();
  }
}
