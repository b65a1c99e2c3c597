package dev.kmslint.rules;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quick look at which statements can cover another one, before it is decided exactly. What it
 * rules out is certain, but for statements with the same effect that only together cover one that
 * has fewer conditions than each of them.
 */
public final class Overlap {
  private Overlap() {}

  /**
   * Those of some statements that match something of what another one matches, each with the
   * actions that do; none where they cannot match all of it.
   *
   * @param sameMatch whether principals must be matched as the same kind: by name or by account
   */
  public static List<Statement> covering(
      List<Statement> some, Statement statement, boolean sameMatch) {
    List<Statement> meeting = new ArrayList<>();
    for (Statement each : some) {
      if (meetsPrincipals(each, statement, sameMatch)
          && meetsActions(each, statement)
          && meetsResources(each, statement)) {
        meeting.add(narrowed(each, statement));
      }
    }
    return mayCover(meeting, statement, sameMatch) ? meeting : List.of();
  }

  private static Statement narrowed(Statement statement, Statement to) {
    Actions actions = statement.actions();
    Actions others = to.actions();
    if (actions == null || actions.negated() || others == null || others.negated()) {
      return statement;
    }
    List<Actions.Entry> entries = new ArrayList<>();
    for (Actions.Entry entry : actions.entries()) {
      if (meets(others, entry)) {
        entries.add(entry);
      }
    }
    return Variants.withActions(statement, entries);
  }

  private static boolean mayCover(List<Statement> by, Statement statement, boolean sameMatch) {
    for (Principal principal : Parts.principals(statement)) {
      boolean met = false;
      for (Statement each : by) {
        met |= meets(each.principals(), principal, sameMatch);
      }
      if (!met) {
        return false;
      }
    }
    boolean named = statement.actions() != null && !statement.actions().negated();
    for (Actions.Entry entry : named ? Parts.actions(statement) : List.<Actions.Entry>of()) {
      boolean met = false;
      for (Statement each : by) {
        met |=
            meets(each.actions(), entry)
                && (!isOpen(statement) || isOpen(each))
                && (!sameMatch || asksNoMore(each, statement));
      }
      if (!met) {
        return false;
      }
    }
    return !by.isEmpty();
  }

  /** Whether all its conditions are on keys that another statement has conditions on too. */
  private static boolean asksNoMore(Statement statement, Statement than) {
    for (Condition condition : statement.conditions()) {
      if (Conditions.on(than, condition.key().value()) == null) {
        return false;
      }
    }
    return true;
  }

  /** Whether its resources go beyond any list of ARNs. */
  private static boolean isOpen(Statement statement) {
    boolean open = statement.resources() == null || statement.resources().negated();
    for (Resources.Entry entry : Parts.resources(statement)) {
      open |= entry.isEverything();
    }
    return open;
  }

  private static boolean meetsPrincipals(Statement one, Statement other, boolean sameMatch) {
    Principals named = other.principals();
    boolean met = named == null || named.negated();
    for (Principal principal : Parts.principals(other)) {
      met |= meets(one.principals(), principal, sameMatch);
    }
    return met;
  }

  private static boolean meetsActions(Statement one, Statement other) {
    boolean met = other.actions() == null || other.actions().negated();
    for (Actions.Entry entry : Parts.actions(other)) {
      met = met || meets(one.actions(), entry);
    }
    return met;
  }

  private static boolean meets(@Nullable Actions actions, Actions.Entry entry) {
    if (actions == null || actions.negated()) {
      return true;
    }
    for (Actions.Entry other : actions.entries()) {
      boolean comparable =
          other.isEverything() || entry.isEverything() || other.service().equals(entry.service());
      if (comparable && other.pattern().intersects(entry.pattern())) {
        return true;
      }
    }
    return false;
  }

  private static boolean meetsResources(Statement one, Statement other) {
    if (isOpen(one) || isOpen(other)) {
      return true;
    }
    for (Resources.Entry entry : Parts.resources(one)) {
      Glob pattern = pattern(entry);
      for (Resources.Entry each : Parts.resources(other)) {
        if (pattern.intersects(pattern(each))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What an entry matches at most. */
  private static Glob pattern(Resources.Entry entry) {
    return entry.template().isMalformed() ? Glob.of("*") : entry.template().widest();
  }

  private static boolean meets(
      @Nullable Principals principals, Principal principal, boolean sameMatch) {
    if (principals == null || principals.negated()) {
      return true;
    }
    for (Principal other : principals.entries()) {
      boolean account = !other.account().isEmpty() && other.account().equals(principal.account());
      boolean kind =
          !sameMatch
              || (other.form() == principal.form() && other.form() == Principal.Form.ACCOUNT);
      if (other.form() == Principal.Form.EVERYONE
          || other.value().equals(principal.value())
          || (account && kind)) {
        return true;
      }
    }
    return false;
  }
}
