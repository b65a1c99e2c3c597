package dev.kmslint.rules.policy;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.ServiceActions;
import dev.kmslint.rules.UnknownNames;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags conditions on a key that requests for some actions of the statement never hold, as
 * s3:prefix beside s3:GetObject. The condition keys of KMS in a key policy have rules of their own.
 */
public final class ConditionKeyUnavailable implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/condition-key-unavailable",
          Severity.WARNING,
          Precision.MEDIUM,
          0,
          "a condition on a key that requests for an action never hold",
          "0.1.0",
          List.of(AwsPages.SERVICE_AUTHORIZATION, AwsPages.OPERATORS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Map<String, List<Actions.Entry>> lacking = new HashMap<>();
      for (Condition condition : statement.conditions()) {
        ConditionKeyInfo key = context.catalog().services().conditionKey(condition.key().value());
        if (key == null
            || isOthers(condition, key, statement, context)
            || !(Conditions.needsItsKey(condition) || Conditions.holdsWithoutItsKey(condition))) {
          continue;
        }
        List<Actions.Entry> entries = lacking.get(key.genericName());
        if (entries == null) {
          entries = ServiceActions.without(key, statement, context);
          lacking.put(key.genericName(), entries);
        }
        if (!entries.isEmpty()) {
          findings.add(finding(condition, entries, statement));
        }
      }
    }
    return findings;
  }

  /** Whether another rule speaks about such a condition. */
  private static boolean isOthers(
      Condition condition, ConditionKeyInfo key, Statement statement, PolicyContext context) {
    boolean inAllow = statement.isAllow() && Conditions.needsItsKey(condition);
    return context.isKeyPolicy()
        && (!key.inKeyPolicy() || (inAllow && key.genericName().startsWith("kms:")));
  }

  private static Finding finding(
      Condition condition, List<Actions.Entry> entries, Statement statement) {
    boolean needed = Conditions.needsItsKey(condition);
    Finding.Builder finding = Finding.of(INFO).at(condition.key().location());
    List<String> names = new ArrayList<>();
    boolean sure = true;
    for (Actions.Entry entry : entries) {
      names.add(entry.text());
      sure &= UnknownNames.isKeptByHand(entry.service());
      if (names.size() <= 3) {
        finding.related(entry.location(), "an action without this key");
      }
    }
    String actions = Wording.some(names);
    String key = Wording.code(condition.key().value());
    return finding.says(
        (sure
                ? "requests for " + actions + " never hold " + key
                : "AWS does not list " + key + " for " + actions)
            + (needed ? ", so this statement " : ", so this condition ")
            + (sure ? "" : "perhaps ")
            + (!needed
                ? "always holds for "
                : statement.isDeny() ? "never denies " : "never allows ")
            + (names.size() == 1 ? "it" : "them"),
        "put " + actions + " into a statement without this condition");
  }
}
