package dev.kmslint.rules;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.List;

/**
 * A quick look at whether the conditions of a statement can contradict each other or its
 * principals, before it is decided exactly.
 */
public final class Contradictions {
  /** The condition keys that follow from who calls. */
  private static final List<String> OF_CALLERS =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalServiceName",
          "aws:username",
          "aws:userid",
          "kms:CallerAccount");

  private Contradictions() {}

  /**
   * Whether a contradiction is possible, and nothing simpler is wrong with the conditions: a key
   * that does not exist, or that no request for the actions holds, is the matter of other rules.
   */
  public static boolean arePossible(Statement statement, Catalog catalog) {
    boolean possible = false;
    List<Condition> conditions = statement.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (!isCarried(condition.key().value(), statement, catalog)) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        possible |= conditions.get(j).hasKey(condition.key().value());
        possible |= isOfCallers(conditions.get(j)) && isOfCallers(condition);
      }
      possible |= isOfCallers(condition) && namesSomebody(statement);
    }
    return possible;
  }

  private static boolean isOfCallers(Condition condition) {
    for (String key : OF_CALLERS) {
      if (condition.hasKey(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some of the principals are more than everybody. */
  private static boolean namesSomebody(Statement statement) {
    boolean somebody = false;
    for (Principal principal : Parts.principals(statement)) {
      if (principal.form() == Principal.Form.EVERYONE) {
        return false;
      }
      somebody |= !principal.account().isEmpty();
    }
    return somebody;
  }

  private static boolean isCarried(String key, Statement statement, Catalog catalog) {
    Actions actions = statement.actions();
    if (actions == null || actions.negated()) {
      return true;
    }
    for (Actions.Entry entry : actions.entries()) {
      ServiceTable table = catalog.service(entry.service());
      if (table == null) {
        return true;
      }
      for (ActionInfo action : table.matching(entry.name())) {
        if (catalog.carries(action, key) != Carried.NEVER) {
          return true;
        }
      }
    }
    return false;
  }
}
