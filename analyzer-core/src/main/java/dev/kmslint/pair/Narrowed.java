package dev.kmslint.pair;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Policies of which one Allow is left, and every Deny. */
final class Narrowed {
  private Narrowed() {}

  static Policy to(Policy policy, Statement allow) {
    List<Statement> statements = new ArrayList<>();
    for (Statement each : policy.statements()) {
      if (each.isDeny()) {
        statements.add(each);
      }
    }
    statements.add(allow);
    return new Policy(
        policy.kind(), policy.location(), policy.version(), policy.id(), statements, List.of());
  }

  /** The same, and the Allow for one of its principals only. */
  static Policy to(Policy policy, Statement allow, Principals named, Principal only) {
    return to(
        policy,
        new Statement(
            allow.index(),
            allow.location(),
            allow.sid(),
            allow.effect(),
            allow.effectLocation(),
            new Principals(false, named.nameLocation(), named.location(), List.of(only)),
            allow.actions(),
            allow.resources(),
            allow.conditions(),
            allow.unreadable()));
  }
}
