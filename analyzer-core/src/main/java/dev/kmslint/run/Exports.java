package dev.kmslint.run;

import dev.kmslint.intake.AccountExport;
import dev.kmslint.intake.AccountPrincipal;
import dev.kmslint.intake.Content;
import dev.kmslint.lint.KnownPrincipals;
import dev.kmslint.policy.Arn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files tell about accounts as a whole. */
final class Exports {
  private final List<AccountExport> exports = new ArrayList<>();
  private final List<AccountPrincipal> principals = new ArrayList<>();
  private final Map<String, Set<String>> users = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();

  Exports(Collection<Loaded> files) {
    for (Loaded file : files) {
      for (Content content : file.contents()) {
        if (content instanceof AccountExport export) {
          exports.add(export);
        } else if (content instanceof AccountPrincipal principal) {
          add(principal);
        }
      }
    }
  }

  private void add(AccountPrincipal principal) {
    principals.add(principal);
    Arn arn = Arn.parse(principal.arn().value());
    if (arn != null) {
      boolean user = principal.kind() == AccountPrincipal.Kind.USER;
      (user ? users : roles)
          .computeIfAbsent(arn.account(), any -> new HashSet<>())
          .add(principal.arn().value());
    }
  }

  List<AccountExport> all() {
    return exports;
  }

  List<AccountPrincipal> principals() {
    return principals;
  }

  /** Who is in an account; null when nothing is told about it as a whole. */
  @Nullable KnownPrincipals of(String account) {
    boolean allUsers = false;
    boolean allRoles = false;
    for (AccountExport export : exports) {
      if (export.account().equals(account)) {
        allUsers |= export.allUsers();
        allRoles |= export.allRoles();
      }
    }
    if (exports.size() == 1 && principals.isEmpty()) {
      return new KnownPrincipals(Set.of(), Set.of()); // of an account that has nobody
    }
    return allUsers || allRoles
        ? new KnownPrincipals(
            allUsers ? users.get(account) : null, allRoles ? roles.get(account) : null)
        : null;
  }
}
