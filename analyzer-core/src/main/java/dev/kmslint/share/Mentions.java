package dev.kmslint.share;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.List;

/** Says whether policies speak of a service at all: allow anything of it, on whatever. */
final class Mentions {
  private Mentions() {}

  /** Whether one of the policies allows any action of a service. */
  static boolean anyOf(List<Policy> policies, String service) {
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        if (isIn(statement, service)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a statement allows any action of a service. */
  static boolean isIn(Statement statement, String service) {
    Actions actions = statement.actions();
    if (!statement.isAllow() || actions == null) {
      return false;
    }
    for (Actions.Entry entry : actions.entries()) {
      if (entry.isEverything() || entry.service().equals(service)) {
        return true;
      }
    }
    return actions.negated();
  }
}
