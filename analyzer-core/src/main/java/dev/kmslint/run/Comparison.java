package dev.kmslint.run;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.Change;
import dev.kmslint.access.exact.Changes;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of a policy. Where the account of a key is not known, the answer counts
 * only if it is the same whichever account it is.
 */
final class Comparison {
  private static final int MOST_OWNERS = 16;

  private final Catalog catalog;
  private final Policy before;
  private final Policy after;
  private final RequestContext known;

  /**
   * @param facts values of condition keys that hold in this environment; those of callers do not
   *     count, since every caller is asked about
   */
  Comparison(Catalog catalog, Policy before, Policy after, Map<String, List<String>> facts) {
    this.catalog = catalog;
    this.before = before;
    this.after = after;
    RequestContext context = RequestContext.OPEN;
    for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
      if (!fact.getKey().toLowerCase(Locale.ROOT).startsWith("aws:principal")) {
        context = context.with(fact.getKey(), new ContextValue.Fixed(fact.getValue()));
      }
    }
    this.known = context;
  }

  /**
   * What is new.
   *
   * @param owner the key's account; empty when unknown
   * @param key the key; null when unknown
   */
  Change change(String owner, @Nullable Arn key) {
    Change change = decided(owner, key);
    return change.newAccess() == Truth.NO && leavesOpen()
        ? new Change(
            Truth.MAYBE,
            "the versions differ, and leave values open: `--parameter` gives them",
            null,
            List.of(),
            List.of(),
            null)
        : change;
  }

  /** Whether the versions differ and values in one of them are not known. */
  private boolean leavesOpen() {
    boolean same =
        before.isOpen() == after.isOpen()
            && before.readings().size() == after.readings().size()
            && before.location().text().equals(after.location().text());
    return (before.isOpen() || after.isOpen()) && !same;
  }

  private Change decided(String owner, @Nullable Arn key) {
    String partition = key == null ? partition() : key.partition();
    if (after.kind() == PolicyKind.IDENTITY) {
      return Changes.ofIdentityPolicy(catalog, before, after, partition, known);
    }
    if (!owner.isEmpty()) {
      return ofKey(owner, partition);
    }
    Set<String> owners = owners();
    return owners.size() > MOST_OWNERS ? ofKey("", partition) : whoeverOwns(owners, partition);
  }

  /** Every account that either version names. */
  Set<String> accounts() {
    Set<String> accounts = new LinkedHashSet<>(KeyFacts.accountsOf(before));
    accounts.addAll(KeyFacts.accountsOf(after));
    return accounts;
  }

  private Change ofKey(String owner, String partition) {
    return Changes.ofKeyPolicy(catalog, before, after, owner, partition, known);
  }

  private Change whoeverOwns(Set<String> owners, String partition) {
    Change first = null;
    for (String owner : owners) {
      Change change = ofKey(owner, partition);
      if (change.newAccess() == Truth.MAYBE) {
        return change;
      }
      if (first != null && first.newAccess() != change.newAccess()) {
        return new Change(
            Truth.MAYBE,
            "it depends on which account the key belongs to, which `--owner` says",
            null,
            List.of(),
            List.of(),
            null);
      }
      first = first == null ? change : first;
    }
    return first == null ? ofKey("", partition) : first;
  }

  /** The accounts that can own the key, the likeliest first, and one that is not named. */
  private Set<String> owners() {
    Set<String> owners = new LinkedHashSet<>();
    addDelegates(before, owners);
    addDelegates(after, owners);
    owners.addAll(accounts());
    long other = 100_000_000_000L;
    while (owners.contains(String.valueOf(other))) {
      other++;
    }
    owners.add(String.valueOf(other));
    return owners;
  }

  /** Key policies start with the account itself. */
  private static void addDelegates(Policy policy, Set<String> owners) {
    for (Statement statement : policy.statements()) {
      if (statement.isAllow() && statement.principals() != null) {
        for (Principal principal : statement.principals().entries()) {
          if (principal.form() == Principal.Form.ACCOUNT && !principal.account().isEmpty()) {
            owners.add(principal.account());
          }
        }
      }
    }
  }

  private String partition() {
    for (Policy policy : List.of(after, before)) {
      for (Statement statement : policy.statements()) {
        if (statement.principals() != null) {
          for (Principal principal : statement.principals().entries()) {
            Arn arn = Arn.parse(principal.value());
            if (arn != null && catalog.partition(arn.partition()) != null) {
              return arn.partition();
            }
          }
        }
      }
    }
    return "aws";
  }
}
