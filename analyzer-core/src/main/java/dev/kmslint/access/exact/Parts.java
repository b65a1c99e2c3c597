package dev.kmslint.access.exact;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Policies and statements with something replaced. */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
final class Parts {
  private Parts() {}

  static <T> List<T> without(List<T> all, T one) {
    List<T> rest = new ArrayList<>();
    for (T each : all) {
      if (each != one) {
        rest.add(each);
      }
    }
    return rest;
  }

  static Statement withActions(Statement statement, List<Actions.Entry> entries) {
    Actions actions = statement.actions();
    if (actions == null) {
      return statement;
    }
    Actions changed =
        new Actions(actions.negated(), actions.nameLocation(), actions.location(), entries);
    return new Statement(
        statement.index(),
        statement.location(),
        statement.sid(),
        statement.effect(),
        statement.effectLocation(),
        statement.principals(),
        changed,
        statement.resources(),
        statement.conditions(),
        statement.unreadable());
  }

  static Statement withResources(Statement statement, List<Resources.Entry> entries) {
    Resources resources = statement.resources();
    if (resources == null) {
      return statement;
    }
    Resources changed =
        new Resources(resources.negated(), resources.nameLocation(), resources.location(), entries);
    return new Statement(
        statement.index(),
        statement.location(),
        statement.sid(),
        statement.effect(),
        statement.effectLocation(),
        statement.principals(),
        statement.actions(),
        changed,
        statement.conditions(),
        statement.unreadable());
  }

  /** A policy in which parts stand in the place of a statement. */
  static Policy with(Policy policy, Statement statement, List<Statement> parts) {
    if (parts.size() == 1 && parts.get(0) == statement) {
      return policy;
    }
    List<Statement> all = new ArrayList<>();
    for (Statement each : policy.statements()) {
      if (each == statement) {
        all.addAll(parts);
      } else {
        all.add(each);
      }
    }
    return new Policy(
        policy.kind(),
        policy.location(),
        policy.version(),
        policy.id(),
        List.copyOf(all),
        policy.faults());
  }
}
