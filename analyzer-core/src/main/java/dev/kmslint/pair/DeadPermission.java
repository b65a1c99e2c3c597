package dev.kmslint.pair;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of an identity policy allows on a key that it names, and the key's policy lets
 * none of the policy's holders do.
 *
 * @param named the key's ARN in the statement
 * @param actions those of its actions that have no effect there
 * @param whole whether those are all of its actions on keys
 * @param holders the users and roles that hold the policy; null when they are not known
 * @param why what keeps it from having an effect
 * @param nearest the statement of the key policy that comes nearest to allowing it, or that denies
 *     it; null without one
 */
public record DeadPermission(
    PairedKey key,
    Statement statement,
    Resources.Entry named,
    List<Actions.Entry> actions,
    boolean whole,
    @Nullable List<String> holders,
    Why why,
    @Nullable Statement nearest) {
  /** What keeps a permission from having an effect. */
  public enum Why {
    /** The key policy does not allow it. */
    NOT_ALLOWED,
    /** The key policy denies it. */
    DENIED,
    /** It never works on a key of another account. */
    NOT_ACROSS,
    /** The key policy allows it under conditions that never hold together with the statement's. */
    CONDITIONS
  }
}
