package dev.kmslint.pair;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.AccountExport;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds key policies against identity policies, wherever both stand. What can matter to none of the
 * keys is forgotten at once, so that policies can be offered one by one while large files are read.
 * The order in which things are offered does not matter, but for that of what is found.
 */
public final class Pairs {
  /** How many identity policies that can matter are kept. */
  public static final int MOST_POLICIES = 20_000;

  /** How many questions are asked. */
  public static final int MOST_QUESTIONS = 100_000;

  private final Catalog catalog;
  private final KnownKeys keys;
  private final Residents residents = new Residents();
  private final List<HeldPolicy> kept = new ArrayList<>();
  private final int mostPolicies;
  private final int mostQuestions;
  private boolean full;

  /**
   * @param keys all keys whose policies are known
   */
  public Pairs(Catalog catalog, Collection<PairedKey> keys) {
    this(catalog, keys, MOST_POLICIES, MOST_QUESTIONS);
  }

  Pairs(Catalog catalog, Collection<PairedKey> keys, int mostPolicies, int mostQuestions) {
    this.mostPolicies = mostPolicies;
    this.mostQuestions = mostQuestions;
    this.catalog = catalog;
    this.keys = new KnownKeys(keys);
  }

  /**
   * Offers an identity policy; others are passed over.
   *
   * @param holders the ARNs of the users and roles that hold it; null when they are not known
   * @param awsManaged whether AWS keeps it
   * @param judged the ARNs of keys on which a share judges it
   * @return whether it can matter and was kept
   */
  public boolean offer(
      Policy policy, @Nullable List<String> holders, boolean awsManaged, Set<String> judged) {
    if (policy.kind() != PolicyKind.IDENTITY || !keys.concern(policy)) {
      return false;
    }
    if (kept.size() == mostPolicies) {
      full = true;
      return false;
    }
    HeldPolicy held = new HeldPolicy(policy, holders, awsManaged, judged);
    kept.add(held);
    residents.add(held);
    return true;
  }

  /** Offers a user or role of an account. */
  public void offer(AccountPrincipal principal) {
    Arn arn = Arn.parse(principal.arn().value());
    if (arn != null && !principal.told()) {
      residents.exclude(arn.account());
    }
  }

  /** Offers what is told about a whole account. */
  public void offer(AccountExport export) {
    residents.add(export);
  }

  /** Says that an account is to have access for reasons of its own, used or not. */
  public void expect(String account) {
    residents.exclude(account);
  }

  /** Holds everything against everything. */
  public Pairing finish() {
    KeySides sides = new KeySides(catalog, mostQuestions);
    DeadPermissions dead = new DeadPermissions(catalog, keys, sides);
    for (HeldPolicy held : kept) {
      dead.check(held);
    }
    UnusedAccesses unused = new UnusedAccesses(catalog, sides, residents);
    if (!full) {
      for (PairedKey key : keys.all()) {
        unused.check(key);
      }
    }
    List<String> limits = new ArrayList<>();
    if (full) {
      limits.add(
          "more than "
              + mostPolicies
              + " identity policies speak of the keys that were given; the others were not held"
              + " against the key policies");
    }
    if (sides.isSpent()) {
      limits.add(
          "it takes more than "
              + mostQuestions
              + " questions to hold all identity policies against the key policies; the others were"
              + " not asked");
    }
    return new Pairing(dead.found(), unused.found(), limits);
  }
}
