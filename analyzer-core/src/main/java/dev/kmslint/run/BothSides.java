package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.share.ShareInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key policies of a run, and what its files tell of those who could use the keys. */
final class BothSides {
  private final Collection<Loaded> files;
  private final List<Policies.Known> inMemory;
  private final List<Policies.Known> keys;
  private final @Nullable Exports exports;

  BothSides(Collection<Loaded> files, List<Policies.Known> inMemory) {
    this.files = files;
    this.inMemory = inMemory;
    this.keys = keyPolicies();
    this.exports = keys.isEmpty() ? null : find();
  }

  /** What is told about whole accounts; null when nothing is, or there is no key policy. */
  @Nullable Exports exports() {
    return exports;
  }

  /** What is told about whole accounts, each beside its principals; null when nothing is. */
  private @Nullable Exports find() {
    List<Loaded> told = new ArrayList<>();
    for (Loaded file : files) {
      if (file.isSliced() || file.contents().size() > 1 || file.has("IsTruncated")) {
        told.add(file);
      }
    }
    Exports exports = told.isEmpty() ? null : new Exports(told);
    return exports == null || exports.all().isEmpty() ? null : exports;
  }

  /** The key policies, of files that are read in parts as well. */
  private List<Policies.Known> keyPolicies() {
    List<Policies.Known> keys = new ArrayList<>();
    for (Policies.Known policy : inMemory) {
      if (policy.policy().kind() == PolicyKind.KEY) {
        keys.add(policy);
      }
    }
    for (Loaded file : files) {
      if (file.slices() != null) {
        Policies.addKeyPolicies(file, file.slices(), keys);
      }
    }
    return keys;
  }

  /** Holds policies against each other where no share does; null where there is nothing to hold. */
  @Nullable Pairer pairer(Catalog catalog, KeyFacts keyFacts, List<ShareInput> shares) {
    boolean apart = exports != null;
    for (Loaded file : files) {
      apart |= file.isSliced();
    }
    for (Policies.Known policy : inMemory) {
      apart |= policy.policy().kind() == PolicyKind.IDENTITY && !isInShares(policy, shares);
    }
    return keys.isEmpty() || !apart ? null : new Pairer(catalog, keyFacts, shares, keys);
  }

  /** Whether shares speak of an identity policy together with each of the key policies. */
  private boolean isInShares(Policies.Known identity, List<ShareInput> shares) {
    for (Policies.Known key : keys) {
      if (!Shares.judge(shares, key.policy(), identity.policy())) {
        return false;
      }
    }
    return true;
  }
}
