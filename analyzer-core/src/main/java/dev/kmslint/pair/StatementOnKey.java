package dev.kmslint.pair;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.pair.DeadPermission.Why;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of an identity policy beside the policy of a key: what of it has no effect. */
final class StatementOnKey {
  /** Of how many holders each one is asked about where the account as a whole gets something. */
  private static final int MOST_HOLDERS = 100;

  /** Root users have no identity policies. */
  private static final Glob NO_ROOT_USER = Glob.of("*/*");

  private final Catalog catalog;
  private final KeySides sides;
  private final HeldPolicy held;
  private final Statement statement;
  private final PairedKey key;
  private final Policy alone;
  private @Nullable Engine together;
  private @Nullable Engine byItself;

  StatementOnKey(
      Catalog catalog, KeySides sides, HeldPolicy held, Statement statement, PairedKey key) {
    this.catalog = catalog;
    this.sides = sides;
    this.held = held;
    this.statement = statement;
    this.key = key;
    this.alone = Narrowed.to(held.policy(), statement);
  }

  /** Why an action has no effect for any of the holders; null where it has, or may have. */
  @Nullable Death death(String action) {
    if (isForeign() && !worksAcross(action)) {
      return allowsByItself(action) ? new Death(Why.NOT_ACROSS, null) : null;
    }
    Death death = null;
    for (Who who : callers(action)) {
      Outcome open = sides.outcome(key, who, action);
      if (open == Outcome.NEVER) {
        death = death == null ? sides.death(key, who, action) : death;
      } else if (open == Outcome.ALWAYS || statement.conditions().isEmpty()) {
        return null;
      } else {
        Answer both = sides.ask(together(), key, who, action, Question.Side.BOTH);
        if (both.outcome() != Outcome.NEVER) {
          return null;
        }
        death = new Death(Why.CONDITIONS, Death.of(both).nearest());
      }
    }
    return death != null && allowsByItself(action) ? death : null;
  }

  /** The holders, or their accounts where these get nothing or all as a whole. */
  private Set<Who> callers(String action) {
    Set<Who> callers = new LinkedHashSet<>();
    if (held.holders() == null) {
      callers.add(Who.outside(key.arn().partition(), Set.of()));
      return callers;
    }
    for (String holder : held.holders()) {
      Caller caller = Caller.parse(holder, key.arn().partition());
      Who account = caller == null ? null : new Who.Everybody(caller.partition(), caller.account());
      if (account == null || caller == null || callers.contains(account)) {
        continue;
      }
      Outcome open = sides.outcome(key, account, action);
      boolean some = open != Outcome.NEVER && open != Outcome.ALWAYS;
      callers.add(some && callers.size() < MOST_HOLDERS ? Who.of(caller) : account);
    }
    return callers;
  }

  /** Whether the holders are known and all of other accounts than the key. */
  private boolean isForeign() {
    if (held.holders() == null) {
      return false;
    }
    for (String holder : held.holders()) {
      Arn arn = Arn.parse(holder);
      if (arn == null || arn.account().equals(key.owner())) {
        return false;
      }
    }
    return true;
  }

  private boolean worksAcross(String action) {
    ServiceTable kms = catalog.service("kms");
    if (kms == null) {
      return true;
    }
    Glob named = Glob.of(action.toLowerCase(Locale.ROOT));
    for (String name : kms.actionNames()) {
      ActionInfo info = kms.action(name);
      if (info != null
          && info.crossAccount()
          && named.matches(info.qualifiedName().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Engine together() {
    Engine known = together;
    if (known == null) {
      known = Engine.compile(catalog, policies(key.policy()));
      together = known;
    }
    return known;
  }

  private PolicySet policies(@Nullable Policy keyPolicy) {
    return new PolicySet(keyPolicy, key.owner(), List.of(alone), null, null, List.of(), List.of());
  }

  /** Another rule speaks of a statement that never allows anything. */
  private boolean allowsByItself(String action) {
    Engine identity = byItself;
    if (identity == null) {
      identity = Engine.compile(catalog, policies(null));
      byItself = identity;
    }
    List<String> holders = held.holders();
    Caller first =
        holders == null || holders.isEmpty()
            ? null
            : Caller.parse(holders.get(0), key.arn().partition());
    Who anybody = new Who.Matching(key.arn().partition(), NO_ROOT_USER);
    return (first != null && allows(identity, Who.of(first), action))
        || allows(identity, anybody, action);
  }

  private boolean allows(Engine identity, Who who, String action) {
    return sides.ask(identity, key, who, action, Question.Side.IDENTITY).allowed() != null;
  }
}
