package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags principals of which a part is a wildcard: AWS rejects them. Service principals of key
 * policies are kms/malformed-service-principal's.
 */
public final class WildcardInPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/wildcard-in-principal",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a wildcard stands for a part of a principal",
          "0.1.0",
          List.of(AwsPages.PRINCIPAL, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.kind().hasPrincipal()) {
        continue;
      }
      for (Principal principal : Parts.principals(statement)) {
        boolean service = principal.type() == Principal.Type.SERVICE;
        if (principal.form() == Principal.Form.WILDCARD && !(service && context.isKeyPolicy())) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      Wording.code(principal.value())
                          + " matches nobody: a wildcard cannot stand for a part of a principal",
                      service
                          ? "name each service"
                          : "name each principal, or write `\"*\"` with a condition `ArnLike` on"
                              + " `aws:PrincipalArn`"));
        }
      }
    }
    return findings;
  }
}
