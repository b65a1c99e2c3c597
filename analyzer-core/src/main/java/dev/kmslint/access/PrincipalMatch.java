package dev.kmslint.access;

/**
 * How a Principal element matches a caller. What the match is worth in a key policy depends on its
 * kind.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @param direct by the caller's own ARN, or by {@code *}: enough in the key's own account
 * @param role by the ARN of the session's role: boundary and session policy limit it
 * @param account by the account: identity policies decide
 */
record PrincipalMatch(Truth direct, Truth role, Truth account) {
  static final PrincipalMatch NOBODY = new PrincipalMatch(Truth.NO, Truth.NO, Truth.NO);

  static PrincipalMatch direct(Truth truth) {
    return new PrincipalMatch(truth, Truth.NO, Truth.NO);
  }

  static PrincipalMatch role(Truth truth) {
    return new PrincipalMatch(Truth.NO, truth, Truth.NO);
  }

  static PrincipalMatch account(Truth truth) {
    return new PrincipalMatch(Truth.NO, Truth.NO, truth);
  }

  Truth any() {
    return direct.or(role).or(account);
  }

  PrincipalMatch or(PrincipalMatch other) {
    return new PrincipalMatch(
        direct.or(other.direct), role.or(other.role), account.or(other.account));
  }

  PrincipalMatch and(Truth other) {
    return new PrincipalMatch(direct.and(other), role.and(other), account.and(other));
  }
}
