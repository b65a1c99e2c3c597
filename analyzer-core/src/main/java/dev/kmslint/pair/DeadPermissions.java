package dev.kmslint.pair;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Layer;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Because;
import dev.kmslint.access.exact.Question;
import dev.kmslint.access.exact.Who;
import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.pair.DeadPermission.Why;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what identity policies allow on keys that they name, and that has no effect. Where the
 * engine is not sure, the permission counts as one that has.
 *
 * <p>"Without permission from the key policy, IAM policies that allow permissions have no effect":
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
final class DeadPermissions {
  /** Of how many holders each one is asked about where the account as a whole gets something. */
  private static final int MOST_HOLDERS = 100;

  /** Root users have no identity policies. */
  private static final Glob NO_ROOT_USER = Glob.of("*/*");

  private final Catalog catalog;
  private final KnownKeys keys;
  private final KeySides sides;
  private final List<DeadPermission> found = new ArrayList<>();

  DeadPermissions(Catalog catalog, KnownKeys keys, KeySides sides) {
    this.catalog = catalog;
    this.keys = keys;
    this.sides = sides;
  }

  List<DeadPermission> found() {
    return found;
  }

  void check(HeldPolicy held) {
    if (held.awsManaged() || (held.holders() != null && held.holders().isEmpty())) {
      return;
    }
    for (Statement statement : held.policy().statements()) {
      Resources resources = statement.resources();
      Actions actions = statement.actions();
      boolean certain = statement.isAllow() && !statement.isOpen() && !statement.unreadable();
      if (!certain || resources == null || resources.negated() || actions == null) {
        continue;
      }
      for (Resources.Entry entry : resources.entries()) {
        PairedKey key = keys.get(entry.text());
        if (key != null && !actions.negated() && !held.judged().contains(entry.text())) {
          check(held, statement, entry, actions, key);
        }
      }
    }
  }

  private void check(
      HeldPolicy held, Statement statement, Resources.Entry named, Actions actions, PairedKey key) {
    List<Actions.Entry> dead = new ArrayList<>();
    boolean whole = true;
    Death first = null;
    for (Actions.Entry entry : actions.entries()) {
      String action = entry.isEverything() ? "kms:*" : entry.text();
      if (!isOfKeys(entry) || sides.isSpent()) {
        continue;
      }
      Death death = death(held, statement, key, action);
      if (death == null) {
        whole = false;
      } else if (first == null || first.why() == death.why()) {
        first = first == null ? death : first;
        dead.add(entry);
      } else {
        whole = false;
      }
    }
    if (first != null) {
      found.add(
          new DeadPermission(
              key, statement, named, dead, whole, held.holders(), first.why(), first.nearest()));
    }
  }

  /** Whether a key policy has a say in what an entry names. */
  private boolean isOfKeys(Actions.Entry entry) {
    if (!KnownKeys.isOfKms(entry) || !entry.isWellFormed()) {
      return false;
    }
    if (entry.name().indexOf('*') >= 0 || entry.name().indexOf('?') >= 0) {
      return true;
    }
    ActionInfo info = catalog.action("kms", entry.name());
    return info != null && info.keyPolicy() && !info.grantDecides();
  }

  private record Death(Why why, @Nullable Statement nearest) {}

  private @Nullable Death death(
      HeldPolicy held, Statement statement, PairedKey key, String action) {
    Set<Who> callers = callers(held, key, action);
    Policy alone = Narrowed.to(held.policy(), statement);
    Death death = null;
    for (Who who : callers) {
      Answer answer = sides.answer(key, who, action);
      if (answer.outcome() == Outcome.NEVER) {
        death = death == null ? death(answer) : death;
      } else if (statement.conditions().isEmpty()) {
        return null;
      } else {
        PolicySet both = policies(key.policy(), key, alone);
        Answer together = sides.answer(both, key, who, action, Question.Side.BOTH);
        boolean works = worksFrom(who, key, action);
        if (together.outcome() != Outcome.NEVER || !works) {
          return null;
        }
        death = new Death(Why.CONDITIONS, death(together).nearest());
      }
    }
    return death != null && allowsByItself(alone, key, action) ? death : null;
  }

  private static Death death(Answer answer) {
    for (Because because : answer.because()) {
      if (because.layer() == Layer.KEY_POLICY) {
        boolean denies = because.part() == Because.Part.DENIES;
        return new Death(denies ? Why.DENIED : Why.NOT_ALLOWED, because.statement());
      }
    }
    return new Death(Why.NOT_ALLOWED, null);
  }

  /** The holders, or their accounts where these get nothing as a whole. */
  private Set<Who> callers(HeldPolicy held, PairedKey key, String action) {
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
      boolean some = sides.answer(key, account, action).outcome() != Outcome.NEVER;
      callers.add(some && callers.size() < MOST_HOLDERS ? Who.of(caller) : account);
    }
    return callers;
  }

  private static PolicySet policies(@Nullable Policy keyPolicy, PairedKey key, Policy identity) {
    return new PolicySet(
        keyPolicy, key.owner(), List.of(identity), null, null, List.of(), List.of());
  }

  /** Another rule speaks of a statement that never allows anything. */
  private boolean allowsByItself(Policy alone, PairedKey key, String action) {
    Who anybody = new Who.Matching(key.arn().partition(), NO_ROOT_USER);
    PolicySet identity = policies(null, key, alone);
    return sides.answer(identity, key, anybody, action, Question.Side.IDENTITY).allowed() != null;
  }

  /** Whether an action is one that the caller's account can do at all on another's key. */
  private boolean worksFrom(Who who, PairedKey key, String action) {
    ActionInfo info = catalog.action("kms", action.substring(action.indexOf(':') + 1));
    boolean own =
        who instanceof Who.One one
            ? one.caller().account().equals(key.owner())
            : who instanceof Who.Everybody all && all.account().equals(key.owner());
    return own || info == null || info.crossAccount();
  }
}
