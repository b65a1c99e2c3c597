package dev.kmslint.pair;

import dev.kmslint.access.Caller;
import dev.kmslint.intake.AccountExport;
import dev.kmslint.policy.Arn;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which accounts are known as a whole, and the policies of whoever is in them. */
final class Residents {
  private final Map<String, AccountExport> exports = new HashMap<>();
  private final Set<String> inPart = new HashSet<>();
  private final Map<String, List<HeldPolicy>> ofAccounts = new HashMap<>();
  private final Map<String, List<HeldPolicy>> ofPrincipals = new HashMap<>();

  void add(AccountExport export) {
    exports.putIfAbsent(export.account(), export);
    if (!export.allUsers() || !export.allRoles()) {
      inPart.add(export.account());
    }
  }

  /** Notes that nothing is to be said about an account. */
  void exclude(String account) {
    inPart.add(account);
  }

  void add(HeldPolicy held) {
    if (held.holders() == null) {
      return;
    }
    for (String holder : held.holders()) {
      Arn arn = Arn.parse(holder);
      if (arn != null) {
        add(held, ofAccounts.computeIfAbsent(arn.account(), any -> new ArrayList<>()));
        add(held, ofPrincipals.computeIfAbsent(holder, any -> new ArrayList<>()));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same policy, not an equal one
  private static void add(HeldPolicy held, List<HeldPolicy> to) {
    if (to.isEmpty() || to.get(to.size() - 1) != held) {
      to.add(held);
    }
  }

  /** Whether all users and roles of an account are known, and all of their policies. */
  boolean isWhole(String account) {
    return exports.containsKey(account) && !inPart.contains(account);
  }

  /** Where it is told who is in an account. */
  SourceLocation export(String account) {
    AccountExport export = exports.get(account);
    if (export == null) {
      throw new IllegalStateException(account);
    }
    return export.location();
  }

  /** The policies of a user or role, or of anybody in an account. */
  Collection<HeldPolicy> policies(Caller caller) {
    return caller.kind() == Caller.Kind.ACCOUNT
        ? ofAccounts.getOrDefault(caller.account(), List.of())
        : ofPrincipals.getOrDefault(caller.arn(), List.of());
  }
}
