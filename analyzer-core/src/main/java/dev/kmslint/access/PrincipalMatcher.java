package dev.kmslint.access;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;

/**
 * Matches Principal and NotPrincipal elements with a caller.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
final class PrincipalMatcher {
  /** The name under which {@link Trace} notes that the answer hangs on who the caller is. */
  static final String CALLER = "principal";

  private final Caller caller;
  private final boolean bounded;
  private final boolean services;
  private final Trace trace;

  /**
   * @param bounded whether the caller has a permissions boundary
   * @param services whether {@code *} certainly stands for AWS services too
   */
  PrincipalMatcher(Caller caller, boolean bounded, boolean services, Trace trace) {
    this.caller = caller;
    this.bounded = bounded;
    this.services = services;
    this.trace = trace;
  }

  PrincipalMatch match(Principals principals, boolean deny) {
    if (principals.negated()) {
      Truth matched = deny ? deniedByNot(principals) : listed(principals).any().not();
      return PrincipalMatch.direct(matched);
    }
    return listed(principals);
  }

  private PrincipalMatch listed(Principals principals) {
    PrincipalMatch match = PrincipalMatch.NOBODY;
    for (Principal entry : principals.entries()) {
      match = match.or(one(entry));
    }
    return match;
  }

  private PrincipalMatch one(Principal entry) {
    return switch (entry.form()) {
      case EVERYONE -> PrincipalMatch.direct(everyone());
      case ACCOUNT -> PrincipalMatch.account(Truth.of(isAccount(entry)));
      case USER -> PrincipalMatch.direct(user(entry));
      case ROLE -> PrincipalMatch.role(role(entry));
      case ROLE_SESSION -> PrincipalMatch.direct(session(entry));
      case FEDERATED_USER -> PrincipalMatch.direct(namedOrOpen(entry, Caller.Kind.FEDERATED_USER));
      case SERVICE ->
          PrincipalMatch.direct(Truth.of(caller.isService() && caller.arn().equals(entry.value())));
      default -> PrincipalMatch.NOBODY;
    };
  }

  private Truth everyone() {
    if (services || !caller.isService()) {
      return Truth.YES;
    }
    trace.doubt("AWS does not say whether the principal `*` stands for AWS services too");
    return Truth.MAYBE;
  }

  private boolean isAccount(Principal entry) {
    boolean samePartition =
        entry.arn() == null || entry.arn().partition().equals(caller.partition());
    return samePartition && !caller.isService() && entry.account().equals(caller.account());
  }

  private boolean couldBeInAccount(Principal entry) {
    if (caller.kind() != Caller.Kind.ACCOUNT || !isAccount(entry)) {
      return false;
    }
    trace.open(CALLER);
    return true;
  }

  private Truth namedOrOpen(Principal entry, Caller.Kind kind) {
    if (caller.kind() == kind) {
      return Truth.of(caller.arn().equals(entry.value()));
    }
    return couldBeInAccount(entry) ? Truth.MAYBE : Truth.NO;
  }

  private Truth user(Principal entry) {
    if (caller.kind() == Caller.Kind.FEDERATED_USER && isAccount(entry)) {
      trace.doubt("which user's GetFederationToken session the caller is cannot be seen");
      return Truth.MAYBE;
    }
    return namedOrOpen(entry, Caller.Kind.USER);
  }

  private Truth role(Principal entry) {
    if (caller.kind() == Caller.Kind.ACCOUNT) {
      return couldBeInAccount(entry) ? Truth.MAYBE : Truth.NO;
    }
    if (!caller.isRole() || !isAccount(entry)) {
      return Truth.NO;
    }
    if (caller.roleArn() != null) {
      return Truth.of(caller.roleArn().equals(entry.value()));
    }
    Arn arn = entry.arn();
    if (arn == null || !arn.lastName().equals(caller.roleName())) {
      return Truth.NO;
    }
    trace.open(CALLER);
    return Truth.MAYBE;
  }

  private Truth session(Principal entry) {
    if (caller.kind() == Caller.Kind.ROLE_SESSION) {
      return Truth.of(caller.arn().equals(entry.value()));
    }
    if (caller.kind() == Caller.Kind.ROLE && isAccount(entry)) {
      boolean same = caller.roleName().equals(entry.sessionRoleName());
      if (same) {
        trace.open(CALLER);
      }
      return same ? Truth.MAYBE : Truth.NO;
    }
    return couldBeInAccount(entry) ? Truth.MAYBE : Truth.NO;
  }

  /**
   * Whether a Deny with NotPrincipal denies the caller: it spares only a caller whose account, role
   * and own ARN are all listed, and nobody who has a permissions boundary.
   */
  private Truth deniedByNot(Principals principals) {
    if (bounded) {
      return Truth.YES;
    }
    Truth everyone = Truth.NO;
    Truth account = Truth.NO;
    Truth role = Truth.NO;
    Truth own = Truth.NO;
    for (Principal entry : principals.entries()) {
      PrincipalMatch match = one(entry);
      if (entry.form() == Principal.Form.EVERYONE) {
        everyone = everyone.or(match.direct());
      }
      account = account.or(match.account());
      role = role.or(match.role());
      own = own.or(match.direct());
    }
    Truth spared =
        switch (caller.kind()) {
          case SERVICE -> own;
          case ROOT_USER -> account;
          case USER, FEDERATED_USER -> account.and(own);
          case ROLE, ROLE_SESSION -> account.and(role).and(own);
          case ACCOUNT -> account.and(Truth.MAYBE);
        };
    return spared.or(everyone).not();
  }
}
