package dev.kmslint.rules;

import dev.kmslint.access.Caller;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions that rules ask about a policy. */
public final class Asking {
  private Asking() {}

  /** Whether some callers are allowed an action on the key of a key policy, or on any key. */
  public static Question about(PolicyContext context, Who who, String action) {
    String resource = context.key() == null ? "*" : context.key().toString();
    return new Question(who, action, resource, RequestContext.OPEN, Question.Side.BOTH);
  }

  /** The policy's partition: {@code aws} where nothing tells. */
  public static String partition(PolicyContext context) {
    String partition = KeyPartition.of(context);
    return partition.isEmpty() ? "aws" : partition;
  }

  /** Everybody who has identity policies: all but root users. */
  public static Who anyIdentity(String partition) {
    return new Who.Matching(partition, Glob.of("*/*"));
  }

  /** The callers that a principal stands for; null for one that stands for nobody. */
  public static @Nullable Who who(Principal principal, String partition) {
    return switch (principal.form()) {
      case EVERYONE -> Who.outside(partition, Set.of());
      case ACCOUNT, USER, ROLE, ROLE_SESSION, FEDERATED_USER, SERVICE -> {
        Caller caller = Caller.parse(principal.value(), partition);
        yield caller == null ? null : Who.of(caller);
      }
      default -> null;
    };
  }

  /** Whether a principal belongs to another account than the key, or to any. */
  public static boolean isExternal(Principal principal, String owner) {
    return !owner.isEmpty()
        && (principal.form() == Principal.Form.EVERYONE
            || (!principal.account().isEmpty() && !principal.account().equals(owner)));
  }
}
