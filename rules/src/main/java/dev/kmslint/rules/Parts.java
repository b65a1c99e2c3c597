package dev.kmslint.rules;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;

/** The entries of a statement's elements: those of the negated forms too; none of a missing one. */
public final class Parts {
  private Parts() {}

  /** The entries of Principal or NotPrincipal. */
  public static List<Principal> principals(Statement statement) {
    return statement.principals() == null ? List.of() : statement.principals().entries();
  }

  /** The entries of Action or NotAction. */
  public static List<Actions.Entry> actions(Statement statement) {
    return statement.actions() == null ? List.of() : statement.actions().entries();
  }

  /** The entries of Resource or NotResource. */
  public static List<Resources.Entry> resources(Statement statement) {
    return statement.resources() == null ? List.of() : statement.resources().entries();
  }
}
