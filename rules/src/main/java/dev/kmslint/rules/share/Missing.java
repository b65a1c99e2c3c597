package dev.kmslint.rules.share;

import dev.kmslint.share.Gap;
import dev.kmslint.share.Side;

/** Words about an action that nothing allows, though a statement looks as if it did. */
final class Missing {
  private Missing() {}

  /** Why that statement has no effect, in brackets; empty without one. */
  static String dead(Gap gap) {
    return gap.detail("dead").isEmpty() ? "" : " (" + gap.detail("dead") + ")";
  }

  /**
   * What to do.
   *
   * @param otherwise what to do where there is no such statement
   */
  static String help(Gap gap, String otherwise) {
    if (gap.detail("dead").isEmpty()) {
      return otherwise;
    }
    return switch (gap.detail("lacks")) {
      case "Resource" ->
          gap.side() == Side.KEY_POLICY
              ? "write `\"Resource\": \"*\"` in this statement, which means this key"
              : "write the key's ARN as the `Resource` of this statement";
      case "Action" -> "write the actions in this statement";
      default -> "repair this statement; `kmslint check` names its faults";
    };
  }
}
