package dev.kmslint.access;

/**
 * A set of requests: all that agree with what it says.
 *
 * @param action an action with its prefix, with wildcards for several of the catalogue; on a key
 *     those are the ones that a key policy governs
 * @param resource an ARN, with wildcards for several; {@code *} for any key of the policies' owner,
 *     and on the identity side for any resource
 * @param side whose policies are asked
 */
public record Question(Who who, String action, String resource, RequestContext context, Side side) {

  /** Whose policies are asked. */
  public enum Side {
    /** The key's and the caller's: whether the request is allowed. */
    BOTH,
    /** The key policy and the resource control policies alone. */
    KEY,
    /** The caller's own policies and what guards them alone. */
    IDENTITY
  }

  /** Whether a caller is allowed an action on a resource, whatever else the request holds. */
  public static Question of(Caller caller, String action, String resource) {
    return new Question(Who.of(caller), action, resource, RequestContext.OPEN, Side.BOTH);
  }

  /** The same about one side's policies. */
  public Question on(Side other) {
    return new Question(who, action, resource, context, other);
  }

  /** The same with what else is known of the requests. */
  public Question with(RequestContext known) {
    return new Question(who, action, resource, known, side);
  }
}
