package dev.kmslint.rules.policy;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.Presence;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes IfExists in an Allow on a key that requests can lack; a warning where the key says whose
 * the caller is. Conditions on MFA are policy/mfa-not-enforced's.
 */
public final class IfExistsWeakens implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/if-exists-weakens",
          Severity.WARNING,
          Precision.MEDIUM,
          3,
          "an Allow that also holds for requests without the key it compares",
          "0.1.0",
          List.of(AwsPages.OPERATORS, AwsPages.GLOBAL_KEYS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (!statement.isAllow()
            || operator == null
            || !operator.ifExists()
            || operator.base().isNegated()
            || operator.set() == ConditionOperator.SetPrefix.FOR_ALL_VALUES) {
          continue;
        }
        ConditionKeyInfo key = context.catalog().conditionKey(condition.key().value());
        if (key != null && canBeAbsent(key, context.kind()) && !isAboutMfa(key)) {
          findings.add(
              Finding.of(INFO)
                  .severity(
                      context.kind().hasPrincipal() && saysWhose(key)
                          ? Severity.WARNING
                          : Severity.NOTE)
                  .at(condition.operatorName().location())
                  .related(condition.key().location(), "a request may lack it")
                  .says(
                      "this also allows requests without "
                          + Wording.code(condition.key().value())
                          + who(key),
                      "if they are not meant, write "
                          + Wording.code(
                              new ConditionOperator(operator.base(), operator.set(), false)
                                  .canonical())));
        }
      }
    }
    return findings;
  }

  private static boolean canBeAbsent(ConditionKeyInfo key, PolicyKind kind) {
    return switch (key.presence()) {
      case ALWAYS -> false;
      case DERIVED_FROM_PRINCIPAL -> kind.hasPrincipal() && saysWhose(key);
      case DERIVED_FROM_RESOURCE -> false;
      case SOMETIMES, ORGANIZATION_MEMBERS, SERVICE_PRINCIPALS_ONLY -> true;
    };
  }

  private static boolean saysWhose(ConditionKeyInfo key) {
    return key.presence() == Presence.ORGANIZATION_MEMBERS
        || key.genericName().equals("aws:principalarn")
        || key.genericName().equals("aws:principalaccount");
  }

  private static boolean isAboutMfa(ConditionKeyInfo key) {
    return key.genericName().startsWith("aws:multifactorauth");
  }

  private static String who(ConditionKeyInfo key) {
    return switch (key.presence()) {
      case ORGANIZATION_MEMBERS -> ", as those of accounts outside any organization";
      case DERIVED_FROM_PRINCIPAL -> ", as those of AWS services and of anonymous callers";
      default -> "";
    };
  }
}
