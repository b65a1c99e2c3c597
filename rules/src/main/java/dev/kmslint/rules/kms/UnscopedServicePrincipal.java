package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.ServiceCalls;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags service principals whose statement does not say for which resource or account the service
 * may call. Quiet where the service can only read about the key, and for keys of AWS.
 */
public final class UnscopedServicePrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/unscoped-service-principal",
          Severity.WARNING,
          Precision.HIGH,
          5,
          "a service can use the key for any account",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
              AwsPages.POLICY_CHECKS,
              AwsPages.KMS_GLOBAL_CONDITIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> STRONG =
      List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant");

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    boolean ofAws = context.awsManaged() || context.policy().hasIdOfAws();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy()
          || ofAws
          || !statement.isAllow()
          || statement.unreadable()
          || ServiceCalls.areScoped(statement.conditions(), context.catalog())
          || isVoid(statement)) {
        continue;
      }
      List<String> strong = strong(statement);
      if (strong.isEmpty() && KmsActions.onlyRead(statement, context.catalog())) {
        continue;
      }
      List<Principal> services = new ArrayList<>();
      for (Principal principal : Parts.principals(statement)) {
        if (ServiceCalls.isServiceName(principal, context.catalog())) {
          services.add(principal);
        }
      }
      if (!services.isEmpty()) {
        findings.add(finding(services, strong));
      }
    }
    return findings;
  }

  /** Whether a condition can never hold for a service; another rule says so. */
  private static boolean isVoid(Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (ServiceCalls.neverThere(condition) && Conditions.needsItsKey(condition)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> strong(Statement statement) {
    List<String> strong = new ArrayList<>();
    for (String action : STRONG) {
      if (statement.actions() != null && statement.actions().matches(action)) {
        strong.add(action);
      }
    }
    return strong;
  }

  private static Finding finding(List<Principal> services, List<String> strong) {
    int more = services.size() - 1;
    return Finding.of(INFO)
        .severity(strong.isEmpty() ? Severity.NOTE : Severity.WARNING)
        .at(services.get(0).location())
        .says(
            Wording.code(services.get(0).value())
                + (more == 0 ? "" : " and " + Wording.count(more, "other service"))
                + " can "
                + (strong.isEmpty() ? "use this key" : "call " + Wording.codes(strong))
                + " on behalf of any account that uses "
                + (more == 0 ? "the service" : "them"),
            "add a condition on `aws:SourceArn` or `aws:SourceAccount`, or on the encryption context"
                + " that the service sends");
  }
}
