package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags aws:VpcSourceIp in an Allow without a condition on the VPC or the endpoint: private
 * addresses are in use in every VPC.
 */
public final class VpcSourceIpAlone implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/vpc-source-ip-alone",
          Severity.WARNING,
          Precision.HIGH,
          3,
          "an address inside a VPC without saying which VPC",
          "0.1.0",
          List.of(AwsPages.GLOBAL_KEYS, AwsPages.POLICY_CHECKS));

  private static final List<String> NETWORKS =
      List.of(
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:SourceVpcArn",
          "aws:VpceAccount",
          "aws:VpceOrgID",
          "aws:VpceOrgPaths");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        if (statement.isAllow()
            && condition.hasKey("aws:VpcSourceIp")
            && Conditions.needsItsKey(condition)
            && !saysWhichVpc(statement)) {
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .says(
                      "requests from such an address in any VPC are allowed, also in those of"
                          + " others",
                      "add a condition on `aws:SourceVpc` or `aws:SourceVpce`"));
        }
      }
    }
    return findings;
  }

  private static boolean saysWhichVpc(Statement statement) {
    for (Condition condition : statement.conditions()) {
      for (String key : NETWORKS) {
        if (condition.hasKey(key) && Conditions.needsItsKey(condition)) {
          return true;
        }
      }
    }
    return false;
  }
}
