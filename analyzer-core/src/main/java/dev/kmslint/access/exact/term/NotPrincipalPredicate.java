package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.atom.ValueTest;
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
  public List<ValueTest> tests() {
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
  public boolean isExact() {
    return bounded || listed.direct() == listed.maybeDirect();
  }

  @Override
  public String signature() {
    return "not principal " + listed.maybeDirect() + listed.role() + listed.account();
  }

  @Override
  public boolean must(Seen seen) {
    return bounded || !isSpared(seen, listed.maybeDirect());
  }

  @Override
  public boolean may(Seen seen) {
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
