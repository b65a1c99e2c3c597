package dev.kmslint.rules;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;

/** Sees at a glance that a statement lets an account in, so that no question need be asked. */
public final class PlainAccess {
  private PlainAccess() {}

  /**
   * Whether a key policy names services alone, and no statement allows an action. Where it names
   * accounts, a part of a policy may be shown, and its owner's account be missing.
   */
  public static boolean isForServicesAlone(Policy policy, String action) {
    for (Statement statement : policy.statements()) {
      boolean about = statement.actions() == null || statement.actions().matches(action);
      if (statement.unreadable() || (about && !statement.isDeny())) {
        return false;
      }
      for (Principal principal : Parts.principals(statement)) {
        if (principal.form() != Principal.Form.SERVICE) {
          return false;
        }
      }
    }
    return !policy.statements().isEmpty();
  }

  /**
   * Whether an Allow lets the account in without more ado, so that only a Deny can be in the way.
   */
  public static boolean ofAccount(Statement statement, String owner) {
    boolean plain = false;
    if (statement.conditions().isEmpty()
        && statement.principals() != null
        && !statement.principals().negated()
        && statement.resources() != null
        && !statement.resources().negated()) {
      for (Principal principal : Parts.principals(statement)) {
        plain |= principal.form() == Principal.Form.ACCOUNT && principal.account().equals(owner);
      }
      boolean all = false;
      for (Resources.Entry entry : Parts.resources(statement)) {
        all |= entry.isEverything();
      }
      plain &= all;
    }
    return plain;
  }
}
