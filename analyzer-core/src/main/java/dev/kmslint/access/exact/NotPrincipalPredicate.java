package dev.kmslint.access.exact;

import java.util.List;

/**
 * The callers whom a Deny with NotPrincipal denies. It spares only a caller whose account, role and
 * own ARN are all listed, and nobody who has a permissions boundary.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
final class NotPrincipalPredicate extends Predicate {
  private final PrincipalTests listed;
  private final boolean bounded;
  private final ValueTest.Text services = DerivedKeys.ofKind(Callers.SERVICE);
  private final ValueTest.Text roots = DerivedKeys.ofKind(Callers.ROOT);
  private final ValueTest.Text sessions = DerivedKeys.ofKind(Callers.SESSION);

  /**
   * @param bounded whether the callers have a permissions boundary
   */
  NotPrincipalPredicate(PrincipalTests listed, boolean bounded) {
    this.listed = listed;
    this.bounded = bounded;
  }

  @Override
  List<ValueTest> tests() {
    return List.of(
        listed.direct(),
        listed.maybeDirect(),
        listed.role(),
        listed.account(),
        listed.everyone(),
        services,
        roots,
        sessions);
  }

  @Override
  boolean isExact() {
    return bounded || listed.direct() == listed.maybeDirect();
  }

  @Override
  String signature() {
    return "not principal " + listed.maybeDirect() + listed.role() + listed.account();
  }

  @Override
  boolean must(Seen seen) {
    return bounded || !isSpared(seen, listed.maybeDirect());
  }

  @Override
  boolean may(Seen seen) {
    return bounded || !isSpared(seen, listed.direct());
  }

  private boolean isSpared(Seen seen, ValueTest own) {
    if (seen.any(listed.everyone())) {
      return true;
    }
    if (seen.any(services)) {
      return seen.any(own);
    }
    if (!seen.any(listed.account())) {
      return false;
    }
    if (seen.any(roots)) {
      return true;
    }
    return seen.any(own) && (!seen.any(sessions) || seen.any(listed.role()));
  }
}
