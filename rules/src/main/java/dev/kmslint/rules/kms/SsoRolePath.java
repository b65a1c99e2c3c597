package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags roles of IAM Identity Center that are written without their path: no role has that ARN. The
 * path stands in aws:PrincipalArn too, but not in the ARN of a session.
 */
public final class SsoRolePath implements Rule.OfPolicy {
  private static final String URL =
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html";

  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/sso-role-path",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a role of IAM Identity Center without its path",
          "0.1.0",
          List.of(URL));

  private static final String NAME = "role/AWSReservedSSO_";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy()) {
        continue;
      }
      for (Principal principal : Parts.principals(statement)) {
        if (lacksPath(principal.arn())) {
          findings.add(finding(Finding.of(INFO).at(principal.location()), principal.value()));
        }
      }
      for (Condition condition : statement.conditions()) {
        if (condition.hasKey("aws:PrincipalArn") && comparesArns(condition)) {
          for (Condition.Value value : condition.values()) {
            if (lacksPath(Arn.parse(value.text()))) {
              findings.add(finding(Finding.of(INFO).at(value.location()), value.text()));
            }
          }
        }
      }
    }
    return findings;
  }

  private static boolean comparesArns(Condition condition) {
    ConditionOperator operator = condition.operator();
    return operator != null
        && (operator.base().family() == ConditionOperator.Family.ARN
            || operator.base().family() == ConditionOperator.Family.STRING);
  }

  private static boolean lacksPath(@Nullable Arn arn) {
    return arn != null && arn.service().equals("iam") && arn.resource().startsWith(NAME);
  }

  private static Finding finding(Finding.Builder builder, String text) {
    return builder.says(
        Wording.code(text)
            + " matches no role: roles of IAM Identity Center have the path"
            + " `/aws-reserved/sso.amazonaws.com/`",
        "copy the whole ARN of the role, which begins its path with"
            + " `role/aws-reserved/sso.amazonaws.com/`");
  }
}
