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
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes kms:RetireGrant in an Allow of a key policy: the grant itself says who can retire it. A
 * Deny of it works.
 */
public final class RetireGrantAllow implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/retire-grant-allow",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a key policy allows `kms:RetireGrant`, which has no effect",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html",
              AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || !statement.isAllow()) {
        continue;
      }
      for (Actions.Entry entry : KmsActions.named(statement)) {
        List<ActionInfo> meant = KmsActions.meant(entry, context.catalog());
        if (meant.size() == 1 && meant.get(0).grantDecides()) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      Wording.code(entry.text())
                          + " has no effect in an Allow of a key policy: the grant says who can"
                          + " retire it",
                      "remove it; name a retiring principal in the grant, or allow"
                          + " `kms:RevokeGrant`"));
        }
      }
    }
    return findings;
  }
}
