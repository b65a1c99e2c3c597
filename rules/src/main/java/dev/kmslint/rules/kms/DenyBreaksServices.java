package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Networks;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags a Deny of using a key or making grants for all requests but those of a network, when calls
 * that AWS services make for users are not spared.
 */
public final class DenyBreaksServices implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/deny-breaks-services",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "a Deny by network that also stops AWS services from using the key",
          "0.1.0",
          List.of(
              AwsPages.KMS_GLOBAL_CONDITIONS,
              "https://docs.aws.amazon.com/kms/latest/developerguide/vpce-policy-condition.html"));

  private static final List<String> USES =
      List.of(
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "kms:Encrypt",
          "kms:CreateGrant",
          "kms:ReEncryptFrom");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || !statement.isDeny() || statement.conditions().isEmpty()) {
        continue;
      }
      Condition network = Networks.allBut(statement);
      String action = network == null || Networks.namesServices(statement) ? null : use(statement);
      if (network != null && action != null && Networks.stopsServices(statement, action, context)) {
        findings.add(
            Finding.of(INFO)
                .at(network.key().location())
                .says(
                    "this also denies "
                        + Wording.code(action)
                        + " to calls that AWS services, as RDS or EBS, make for users: "
                        + (network.hasKey("aws:SourceIp")
                            ? "they come from the service's addresses"
                            : "they come through no VPC of yours"),
                    "spare them with `\"Bool\": {\"aws:ViaAWSService\": \"false\"}` in the same"
                        + " `Condition`"));
      }
    }
    return findings;
  }

  private static @Nullable String use(Statement statement) {
    for (String action : USES) {
      if (statement.actions() != null && statement.actions().matches(action)) {
        return action;
      }
    }
    return null;
  }
}
