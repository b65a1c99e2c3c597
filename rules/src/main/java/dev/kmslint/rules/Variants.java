package dev.kmslint.rules;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Effect;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies made out of a policy, for questions that it does not answer itself: what one statement
 * allows, what is left of it where others do not reach.
 */
public final class Variants {
  private Variants() {}

  /** A policy with other statements. */
  public static Policy of(Policy policy, List<Statement> statements) {
    return new Policy(
        policy.kind(), policy.location(), policy.version(), policy.id(), statements, List.of());
  }

  /** A statement, and every Deny of its policy. */
  public static Policy alone(Policy policy, Statement statement) {
    List<Statement> statements = denies(policy);
    statements.add(statement);
    return of(policy, statements);
  }

  /** The Deny statements of a policy. */
  public static List<Statement> denies(Policy policy) {
    List<Statement> denies = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (statement.isDeny()) {
        denies.add(statement);
      }
    }
    return denies;
  }

  /** A statement that denies whatever another one matches. */
  public static Statement asDeny(Statement statement) {
    return with(statement, Effect.DENY, statement.principals(), statement.conditions());
  }

  /** A statement that allows whatever another one matches. */
  public static Statement asAllow(Statement statement) {
    return with(statement, Effect.ALLOW, statement.principals(), statement.conditions());
  }

  /** A statement that denies to everybody what another one is about, where a condition holds. */
  public static Statement denyWhere(Statement statement, Condition condition) {
    Principals named = statement.principals();
    Principals everyone = null;
    if (named != null) {
      Principal anyone =
          new Principal(
              Principal.Type.ANYONE, "*", named.location(), Principal.Form.EVERYONE, "", null);
      everyone = new Principals(false, named.nameLocation(), named.location(), List.of(anyone));
    }
    return with(statement, Effect.DENY, everyone, List.of(condition));
  }

  /** A statement without one of its conditions. */
  public static Statement without(Statement statement, Condition condition) {
    List<Condition> rest = new ArrayList<>(statement.conditions());
    rest.remove(condition);
    return with(statement, statement.effect(), statement.principals(), rest);
  }

  /** A statement for some of its principals only. */
  public static Statement only(Statement statement, List<Principal> principals) {
    Principals named = statement.principals();
    return named == null
        ? statement
        : with(
            statement,
            statement.effect(),
            new Principals(named.negated(), named.nameLocation(), named.location(), principals),
            statement.conditions());
  }

  /** A statement for some of its actions only. */
  public static Statement withActions(Statement statement, List<Actions.Entry> entries) {
    Actions actions = statement.actions();
    return actions == null
        ? statement
        : new Statement(
            statement.index(),
            statement.location(),
            statement.sid(),
            statement.effect(),
            statement.effectLocation(),
            statement.principals(),
            new Actions(actions.negated(), actions.nameLocation(), actions.location(), entries),
            statement.resources(),
            statement.conditions(),
            statement.unreadable());
  }

  private static Statement with(
      Statement statement,
      @Nullable Effect effect,
      @Nullable Principals principals,
      List<Condition> conditions) {
    return new Statement(
        statement.index(),
        statement.location(),
        statement.sid(),
        effect,
        statement.effectLocation(),
        principals,
        statement.actions(),
        statement.resources(),
        conditions,
        statement.unreadable());
  }
}
