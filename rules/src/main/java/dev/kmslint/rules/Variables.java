package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Policy variables as they are written.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
public final class Variables {
  private static final String OPEN = "${";

  /** Why {@code Bool} perhaps fills in none. */
  public static final String DISPUTED =
      "is perhaps not filled in: AWS's pages disagree about `Bool`";

  private Variables() {}

  /** Whether a policy has variables at all: under an older Version they are text. */
  public static boolean count(Policy policy) {
    return policy.version() != null && policy.version().value().equals(Policy.CURRENT_VERSION);
  }

  /** Whether they are text in a policy: under a Version that is none, nobody can say. */
  public static boolean areText(Policy policy) {
    return policy.version() == null || policy.version().value().equals(Policy.OLD_VERSION);
  }

  /** The first variable of a text as written; null without one. */
  public static @Nullable String in(String text) {
    for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
      int close = text.indexOf('}', at);
      if (close > 0 && !isCharacter(text.substring(at + 2, close))) {
        return text.substring(at, close + 1);
      }
    }
    return null;
  }

  /**
   * Why a condition fills in no variables: a sentence about one, without it; null where it does.
   */
  public static @Nullable String whyNot(Condition condition) {
    ConditionOperator operator = condition.operator();
    return operator == null
        ? null
        : switch (operator.base().family()) {
          case STRING, ARN -> null;
          case BOOL -> DISPUTED;
          default -> "is not filled in: the operator compares neither text nor ARNs";
        };
  }

  /** The part of a resource in which there are no variables: up to its fifth colon. */
  public static String beforeResource(String text) {
    int colon = -1;
    for (int i = 0; i < 5; i++) {
      int open = text.indexOf(OPEN, colon + 1);
      int next = text.indexOf(':', colon + 1);
      if (open >= 0 && open < next) {
        next = text.indexOf(':', Math.max(open, text.indexOf('}', open)));
      }
      if (next < 0) {
        return text;
      }
      colon = next;
    }
    return text.substring(0, colon);
  }

  /** What is wrong with a variable of a text: the end of a sentence; null when all are right. */
  public static @Nullable String fault(String text) {
    for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
      int close = text.indexOf('}', at);
      if (close < 0) {
        return "`${` is not closed";
      }
      String inside = text.substring(at + 2, close);
      String fault = isCharacter(inside) ? null : faultOf(inside);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable String faultOf(String inside) {
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    int colon = name.indexOf(':');
    if (name.contains(OPEN)) {
      return "a variable cannot hold another";
    }
    if (colon <= 0 || colon == name.length() - 1 || name.charAt(colon + 1) == ':') {
      return "`${" + inside + "}` names no condition key";
    }
    if (name.indexOf(' ') >= 0) {
      return "the name of a variable cannot hold a blank";
    }
    String fallback = comma < 0 ? "''" : inside.substring(comma + 1).strip();
    return fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'")
        ? null
        : "a default value stands in single quotes";
  }

  /** Whether a variable stands for a character that would else mean something. */
  private static boolean isCharacter(String inside) {
    return inside.equals("*") || inside.equals("?") || inside.equals("$");
  }
}
