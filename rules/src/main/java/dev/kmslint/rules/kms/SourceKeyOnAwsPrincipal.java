package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.ServiceCalls;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags Allows that wait for a condition key which the calls of their principals never hold:
 * aws:SourceArn and its like for users, roles and accounts, aws:PrincipalOrgID and its like for
 * services.
 */
public final class SourceKeyOnAwsPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/source-key-on-aws-principal",
              Severity.WARNING,
              Precision.HIGH,
              0,
              "a condition on a key that the statement's principals never send",
              "0.1.0",
              List.of(AwsPages.GLOBAL_KEYS, AwsPages.POLICY_CHECKS))
          .superseding(Where.PLACE, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Principals principals = statement.principals();
      if (!context.isKeyPolicy()
          || !statement.isAllow()
          || statement.unreadable()
          || principals == null
          || principals.negated()
          || principals.entries().isEmpty()) {
        continue;
      }
      boolean services = areAll(principals, true);
      boolean accounts = areAll(principals, false);
      for (Condition condition : statement.conditions()) {
        boolean never =
            (accounts && ServiceCalls.onlyThere(condition, context.catalog()))
                || (services && ServiceCalls.neverThere(condition));
        if (never && Conditions.needsItsKey(condition)) {
          findings.add(finding(condition, principals, services));
        }
      }
    }
    return findings;
  }

  /** Whether all are services, or none is and all are of an account. */
  private static boolean areAll(Principals principals, boolean services) {
    for (Principal principal : principals.entries()) {
      boolean fits =
          services
              ? principal.form() == Principal.Form.SERVICE
              : !principal.account().isEmpty() && principal.form() != Principal.Form.WILDCARD;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Finding finding(Condition condition, Principals principals, boolean services) {
    String key = Wording.code(condition.key().value());
    return Finding.of(INFO)
        .at(condition.key().location())
        .related(principals.entries().get(0).location(), "whom the statement is for")
        .says(
            (services
                    ? "a service that calls as itself never sends " + key
                    : "only services send " + key + ", no user or role does")
                + ", so this statement allows nothing",
            services
                ? "use `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`"
                : "name the service as the principal, or use `kms:ViaService` or"
                    + " `aws:PrincipalArn`");
  }
}
