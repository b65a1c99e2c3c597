package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conditions about the network that a request comes from.
 *
 * <p>Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
public final class Networks {
  private static final List<String> NETWORKS =
      List.of("aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn");

  /** The beginnings, in lower case, of the keys that say what is meant for calls of services. */
  private static final List<String> SPARING =
      List.of(
          "aws:calledvia",
          "aws:principalisawsservice",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceorg",
          "aws:viaawsservice",
          "kms:viaservice");

  private Networks() {}

  /** A condition that holds for every request but those of a network; null without one. */
  public static @Nullable Condition allBut(Statement statement) {
    for (Condition condition : statement.conditions()) {
      ConditionOperator operator = condition.operator();
      boolean all = operator != null && operator.base().isNegated();
      for (String key : NETWORKS) {
        if (all && condition.hasKey(key)) {
          return condition;
        }
      }
    }
    return null;
  }

  /** Whether a condition keeps calls of services out, or the statement is not about users. */
  public static boolean sparesServices(Statement statement) {
    for (Condition condition : statement.conditions()) {
      String key = condition.key().value().toLowerCase(Locale.ROOT);
      for (String ofServices : SPARING) {
        if (key.startsWith(ofServices)) {
          return true;
        }
      }
    }
    for (Principal principal : Parts.principals(statement)) {
      if (principal.form() != Principal.Form.SERVICE) {
        return false;
      }
    }
    return true;
  }
}
