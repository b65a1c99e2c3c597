package dev.kmslint.access.exact;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.List;

/**
 * Compares two versions of one policy: does the new one allow anything that the old one did not?
 */
public final class Changes {
  private Changes() {}

  /**
   * Compares two versions of a key policy. New access is also what was given to an account before,
   * so that its IAM policies decided, and now is given to a principal directly.
   *
   * @param owner the key's account; empty when unknown
   * @param partition the partition of key and callers
   */
  public static Change ofKeyPolicy(
      Catalog catalog, Policy before, Policy after, String owner, String partition) {
    return ofKeyPolicy(catalog, before, after, owner, partition, RequestContext.OPEN);
  }

  /**
   * The same for those requests that agree with what is known of them.
   *
   * @param known what all requests hold
   */
  public static Change ofKeyPolicy(
      Catalog catalog,
      Policy before,
      Policy after,
      String owner,
      String partition,
      RequestContext known) {
    Question question =
        new Question(Who.anyone(partition), "kms:*", "*", known, Question.Side.BOTH);
    Change whole =
        Engine.newAccess(
            catalog, AllowAll.with(before, owner), AllowAll.with(after, owner), question);
    if (whole.newAccess() == Truth.YES) {
      return whole;
    }
    Change direct =
        Engine.newAccess(
            catalog, AllowAll.without(before, owner), AllowAll.without(after, owner), question);
    if (direct.newAccess() == Truth.YES) {
      return direct;
    }
    Change unlimited =
        Engine.newAccess(
            catalog, AllowAll.bounded(before, owner), AllowAll.bounded(after, owner), question);
    if (unlimited.newAccess() == Truth.YES || unlimited.newAccess() == Truth.MAYBE) {
      return unlimited;
    }
    return direct.newAccess() == Truth.MAYBE ? direct : whole;
  }

  /** Compares two versions of an identity policy. */
  public static Change ofIdentityPolicy(
      Catalog catalog, Policy before, Policy after, String partition) {
    return ofIdentityPolicy(catalog, before, after, partition, RequestContext.OPEN);
  }

  /**
   * The same for those requests that agree with what is known of them.
   *
   * @param known what all requests hold
   */
  public static Change ofIdentityPolicy(
      Catalog catalog, Policy before, Policy after, String partition, RequestContext known) {
    Question question =
        new Question(
            Who.outside(partition, java.util.Set.of()), "*", "*", known, Question.Side.IDENTITY);
    return Engine.newAccess(catalog, identity(before), identity(after), question);
  }

  private static PolicySet identity(Policy policy) {
    return new PolicySet(null, "", List.of(policy), null, null, List.of(), List.of());
  }
}
