package dev.kmslint.pair;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what identity policies allow on keys that they name, and that has no effect. Where the
 * engine is not sure, the permission counts as one that has.
 *
 * <p>"Without permission from the key policy, IAM policies that allow permissions have no effect":
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
final class DeadPermissions {
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
    StatementOnKey both = new StatementOnKey(catalog, sides, held, statement, key);
    for (Actions.Entry entry : actions.entries()) {
      String action = entry.isEverything() ? "kms:*" : entry.text();
      if (!isOfKeys(entry) || sides.isSpent()) {
        continue;
      }
      Death death = both.death(action);
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
              key,
              statement,
              named,
              dead,
              whole,
              held.holders(),
              first.why(),
              near(first, held, key)));
    }
  }

  /**
   * The statement of the key policy to look at: one about the holders' account, if there is one.
   */
  private static @Nullable Statement near(Death death, HeldPolicy held, PairedKey key) {
    Statement nearest = death.nearest();
    List<String> holders = held.holders();
    Arn holder = holders == null || holders.isEmpty() ? null : Arn.parse(holders.get(0));
    if (nearest == null || nearest.isDeny() || holder == null) {
      return nearest;
    }
    if (letsIn(nearest, holder.account())) {
      return nearest;
    }
    for (Statement statement : key.policy().statements()) {
      if (statement.isAllow() && letsIn(statement, holder.account())) {
        return statement;
      }
    }
    return null;
  }

  private static boolean letsIn(Statement statement, String account) {
    Principals principals = statement.principals();
    return principals != null && principals.letsIn(account);
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
}
