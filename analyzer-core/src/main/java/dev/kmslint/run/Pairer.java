package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.intake.AccountExport;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.pair.PairedKey;
import dev.kmslint.pair.Pairing;
import dev.kmslint.pair.Pairs;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.share.ShareInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the key policies of a run against its identity policies. Where a share was declared for
 * two, it is the share that speaks of them.
 */
final class Pairer {
  private final Collection<ShareInput> shares;
  private final List<PairedKey> keys = new ArrayList<>();
  private final List<Policy> offered = new ArrayList<>();
  private final Pairs pairs;

  /**
   * @param keyPolicies all of them; those of keys that are not known are passed over
   */
  Pairer(
      Catalog catalog,
      KeyFacts keyFacts,
      Collection<ShareInput> shares,
      List<Policies.Known> keyPolicies) {
    this.shares = shares;
    for (Policies.Known policy : keyPolicies) {
      KeyFacts.KeyFact fact = keyFacts.told(policy);
      Arn arn = fact == null ? null : fact.arn();
      if (arn != null) {
        keys.add(new PairedKey(arn, policy.policy()));
      }
    }
    this.pairs = new Pairs(catalog, keys);
  }

  /** Offers a policy, which is forgotten when it can matter to none of the keys. */
  void offer(Policies.Known policy) {
    Policy identity = policy.policy();
    if (identity.kind() == PolicyKind.IDENTITY
        && pairs.offer(
            identity,
            policy.setting().holders(),
            policy.setting().awsManaged(),
            judged(identity))) {
      offered.add(identity);
    }
  }

  /** Those that were kept. */
  List<Policy> offered() {
    return offered;
  }

  Pairing finish(@Nullable Exports exports) {
    if (exports != null) {
      for (AccountPrincipal principal : exports.principals()) {
        pairs.offer(principal);
      }
      for (AccountExport export : exports.all()) {
        pairs.offer(export);
      }
    }
    for (ShareInput share : shares) {
      Arn to = Arn.parse(share.to());
      pairs.expect(to == null ? share.to() : to.account());
    }
    return pairs.finish();
  }

  /** The keys on which a share judges an identity policy. */
  private Set<String> judged(Policy identity) {
    if (shares.isEmpty()) {
      return Set.of();
    }
    Set<String> judged = new HashSet<>();
    for (PairedKey key : keys) {
      if (Shares.judge(shares, key.policy(), identity)) {
        judged.add(key.arn().toString());
      }
    }
    return judged;
  }
}
