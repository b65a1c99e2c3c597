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

/**
 * Holds the key policies of a run against its identity policies. Where a share was declared for
 * two, it is the share that speaks of them.
 */
final class Pairer {
  private final Catalog catalog;
  private final KeyFacts keyFacts;
  private final Collection<ShareInput> shares;

  Pairer(Catalog catalog, KeyFacts keyFacts, Collection<ShareInput> shares) {
    this.catalog = catalog;
    this.keyFacts = keyFacts;
    this.shares = shares;
  }

  Pairing pair(Collection<Policies.Known> known, Exports exports) {
    List<PairedKey> keys = new ArrayList<>();
    for (Policies.Known policy : known) {
      if (policy.policy().kind() == PolicyKind.KEY) {
        KeyFacts.KeyFact fact = keyFacts.told(policy);
        Arn arn = fact == null ? null : fact.arn();
        if (arn != null) {
          keys.add(new PairedKey(arn, policy.policy()));
        }
      }
    }
    Pairs pairs = new Pairs(catalog, keys);
    for (Policies.Known policy : known) {
      Policy identity = policy.policy();
      if (identity.kind() == PolicyKind.IDENTITY) {
        pairs.offer(
            identity,
            policy.setting().holders(),
            policy.setting().awsManaged(),
            judged(identity, keys));
      }
    }
    for (AccountPrincipal principal : exports.principals()) {
      pairs.offer(principal);
    }
    for (AccountExport export : exports.all()) {
      pairs.offer(export);
    }
    for (ShareInput share : shares) {
      Arn to = Arn.parse(share.to());
      pairs.expect(to == null ? share.to() : to.account());
    }
    return pairs.finish();
  }

  /** The keys on which a share judges an identity policy. */
  private Set<String> judged(Policy identity, List<PairedKey> keys) {
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
