package dev.kmslint.rules;

import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;

/** Sees at a glance that a statement lets an account in, so that no question need be asked. */
public final class PlainAccess {
  private PlainAccess() {}

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
