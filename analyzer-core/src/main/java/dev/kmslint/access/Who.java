package dev.kmslint.access;

import dev.kmslint.policy.Glob;
import java.util.Set;

/** The callers that a question is about. */
public sealed interface Who {
  /** One caller, or the callers that it stands for: any user or role of an account, any session. */
  record One(Caller caller) implements Who {}

  /**
   * All callers of a partition: users, sessions, federated users and root users.
   *
   * @param services whether AWS services are among them
   * @param notIn accounts whose callers are not
   */
  record Anyone(String partition, boolean services, Set<String> notIn) implements Who {
    public Anyone {
      notIn = Set.copyOf(notIn);
    }
  }

  /** The callers of a partition whose {@code aws:PrincipalArn} matches a pattern. */
  record Matching(String partition, Glob arn) implements Who {}

  /** All users, sessions, federated users and the root user of an account. */
  record Everybody(String partition, String account) implements Who {}

  /** One caller, or those that it stands for. */
  static Who of(Caller caller) {
    return new One(caller);
  }

  /** Everyone, AWS services included. */
  static Who anyone(String partition) {
    return new Anyone(partition, true, Set.of());
  }

  /** Everyone but AWS services and the callers of some accounts. */
  static Who outside(String partition, Set<String> accounts) {
    return new Anyone(partition, false, accounts);
  }
}
