package dev.kmslint.pair;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.KeyAccess;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds access that key policies give to other accounts and that nobody there uses. A user or role
 * of another account needs an identity policy besides:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
final class UnusedAccesses {
  private static final String ANY_ACTION = "kms:*";

  private final Catalog catalog;
  private final KeySides sides;
  private final Residents residents;
  private final List<UnusedAccess> found = new ArrayList<>();

  UnusedAccesses(Catalog catalog, KeySides sides, Residents residents) {
    this.catalog = catalog;
    this.sides = sides;
    this.residents = residents;
  }

  List<UnusedAccess> found() {
    return found;
  }

  void check(PairedKey key) {
    for (Statement statement : key.policy().statements()) {
      Principals principals = statement.principals();
      boolean certain = statement.isAllow() && !statement.isOpen() && !statement.unreadable();
      if (!certain || principals == null || principals.negated()) {
        continue;
      }
      for (Principal principal : principals.entries()) {
        if (!principal.account().equals(key.owner()) && residents.isWhole(principal.account())) {
          check(key, statement, principals, principal);
        }
      }
    }
  }

  private void check(
      PairedKey key, Statement statement, Principals principals, Principal principal) {
    Caller caller = caller(principal, key);
    if (caller == null) {
      return;
    }
    Policy narrowed = Narrowed.to(key.policy(), statement, principals, principal);
    Who who = Who.of(caller);
    KeyAccess access = new KeyAccess(catalog, narrowed, key.owner(), key.arn().partition());
    if (access.ask(who, ANY_ACTION, RequestContext.OPEN).allowed() == null) {
      return;
    }
    for (HeldPolicy held : residents.policies(caller)) {
      PolicySet both =
          new PolicySet(
              narrowed, key.owner(), List.of(held.policy()), null, null, List.of(), List.of());
      if (sides.isSpent()
          || sides
                  .ask(Engine.compile(catalog, both), key, who, ANY_ACTION, Question.Side.BOTH)
                  .outcome()
              != Outcome.NEVER) {
        return;
      }
    }
    found.add(new UnusedAccess(key, statement, principal, residents.export(principal.account())));
  }

  private static @Nullable Caller caller(Principal principal, PairedKey key) {
    return switch (principal.form()) {
      case ACCOUNT, USER, ROLE -> Caller.parse(principal.value(), key.arn().partition());
      default -> null;
    };
  }
}
