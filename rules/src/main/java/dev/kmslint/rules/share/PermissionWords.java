package dev.kmslint.rules.share;

import dev.kmslint.pair.DeadPermission;
import dev.kmslint.pair.DeadPermission.Why;
import dev.kmslint.policy.Arn;
import dev.kmslint.rules.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for permissions that have no effect. */
final class PermissionWords {
  private PermissionWords() {}

  /** What keeps it from having an effect. */
  static String why(DeadPermission dead, String them) {
    String holders = holders(dead.holders());
    return switch (dead.why()) {
      case NOT_ALLOWED -> "its policy does not allow " + them + " to " + holders;
      case DENIED -> "its policy denies " + them + " to " + holders;
      case NOT_ACROSS -> "no caller of another account can do that";
      case CONDITIONS ->
          "the conditions under which its policy allows "
              + them
              + " never hold together with those of this statement";
    };
  }

  /** What a statement of the key's policy has to do with it. */
  static String beside(Why why, String statement) {
    return switch (why) {
      case NOT_ALLOWED -> statement + " of the key's policy comes nearest";
      case DENIED -> statement + " of the key's policy denies it";
      case NOT_ACROSS, CONDITIONS -> statement + " of the key's policy has other conditions";
    };
  }

  private static String holders(@Nullable List<String> holders) {
    if (holders == null) {
      return "anybody";
    }
    return holders.size() == 1
        ? Wording.code(holders.get(0))
        : "any of the " + holders.size() + " users and roles that hold this policy";
  }

  /** What to do. */
  static String help(DeadPermission dead) {
    if (dead.why() == Why.NOT_ACROSS) {
      return "remove the permission here; only account "
          + Wording.code(dead.key().owner())
          + " can use it on its key";
    }
    if (dead.why() != Why.NOT_ALLOWED) {
      return "change that statement of the key's policy, or remove the permission here";
    }
    Arn first = dead.holders() == null ? null : Arn.parse(dead.holders().get(0));
    boolean own = first != null && first.account().equals(dead.key().owner());
    String account = first == null ? "" : Arn.ofAccount(first.partition(), first.account());
    return first == null
        ? "name who is to have it in the key's policy, or remove the permission here"
        : own
            ? "let the key's policy enable IAM policies, with "
                + Wording.code(account)
                + " as the principal, or remove the permission here"
            : "allow it in the key's policy to the holder, or to its account with "
                + Wording.code(account)
                + ", or remove the permission here";
  }
}
