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

/**
 * Flags `kms:*` on all keys in an identity policy. Every action of every service is
 * iam/full-admin's.
 */
public final class KmsFullAccess implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "iam/kms-full-access",
              Severity.WARNING,
              Precision.VERY_HIGH,
              7,
              "every action of KMS on every key",
              "0.1.0",
              List.of(
                  AwsPages.KMS_IAM_POLICIES,
                  "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html"))
          .superseding(Where.STATEMENT, "iam/decrypt-any-key", "iam/put-key-policy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Actions.Entry action = KmsActions.everything(statement);
      Resources.Entry keys = Openness.everyKey(statement);
      if (context.kind() == PolicyKind.IDENTITY
          && statement.isAllow()
          && action != null
          && !action.isEverything()
          && keys != null
          && Openness.isUnbounded(statement)) {
        findings.add(
            Finding.of(INFO)
                .at(action.location())
                .related(keys.location(), "every key")
                .says(
                    "this gives every action of KMS, also decryption, key policies and deletion, on"
                        + " every key whose key policy lets IAM policies decide",
                    "name the actions and the ARNs of the keys that are needed"));
      }
    }
    return findings;
  }
}
