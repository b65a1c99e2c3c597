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
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags roles of IAM Identity Center that are written without their path: no role has that ARN. The
 * path stands in aws:PrincipalArn too, but not in the ARN of a session. A path without a Region is
 * a note: it is right for one Region of Identity Center alone.
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
  private static final String NO_REGION = "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_";

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
        check(principal.arn(), principal.value(), principal.location(), findings);
      }
      for (Condition condition : statement.conditions()) {
        if (condition.hasKey("aws:PrincipalArn") && comparesArns(condition)) {
          for (Condition.Value value : condition.values()) {
            check(Arn.parse(value.text()), value.text(), value.location(), findings);
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

  private static void check(
      @Nullable Arn arn, String text, SourceLocation place, List<Finding> findings) {
    if (arn == null || !arn.service().equals("iam")) {
      return;
    }
    if (arn.resource().startsWith(NAME)) {
      findings.add(
          Finding.of(INFO)
              .at(place)
              .says(
                  Wording.code(text)
                      + " matches no role: roles of IAM Identity Center have the path"
                      + " `/aws-reserved/sso.amazonaws.com/`",
                  "copy the whole ARN of the role, which begins its path with"
                      + " `role/aws-reserved/sso.amazonaws.com/`"));
    } else if (arn.resource().startsWith(NO_REGION)) {
      findings.add(
          Finding.of(INFO)
              .severity(Severity.NOTE)
              .at(place)
              .says(
                  Wording.code(text)
                      + " matches no role unless the identity source of IAM Identity Center is in"
                      + " `us-east-1`: elsewhere the path ends with the Region",
                  "compare it with the ARN of the role in the IAM console"));
    }
  }
}
