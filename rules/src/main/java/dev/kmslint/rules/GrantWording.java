package dev.kmslint.rules;

import dev.kmslint.lint.Finding;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.List;

/** Words what is wrong with permissions to make grants. */
public final class GrantWording {
  /** What to do about grants without a bound. */
  public static final String BOUND =
      "put it into a statement of its own, with a condition such as"
          + " `\"Bool\": {\"kms:GrantIsForAWSResource\": \"true\"}`, or one on `kms:GranteePrincipal`"
          + " and `kms:GrantOperations`";

  private GrantWording() {}

  /**
   * A finding about a condition that restricts nothing.
   *
   * @param principals whom it does not restrict; empty when it restricts nobody
   */
  public static Finding finding(
      Finding.Builder builder, GrantBypass bypass, List<String> principals) {
    Statement other = bypass.other();
    String key = Wording.code(bypass.condition().key().value());
    String effect =
        principals.isEmpty()
            ? "restricts nothing"
            : "does not restrict " + Wording.codes(principals);
    return builder
        .at(bypass.condition().key().location())
        .related(place(other), "allowed here without the condition")
        .says(
            "`kms:CreateGrant` is also allowed without " + key + ", so this condition " + effect,
            removal(other));
  }

  /** Where a statement says that it is about kms:CreateGrant. */
  public static SourceLocation place(Statement statement) {
    Actions actions = statement.actions();
    if (actions == null) {
      return statement.location();
    }
    Actions.Entry entry = actions.negated() ? null : actions.entryFor(GrantBypass.CREATE_GRANT);
    return entry == null ? actions.nameLocation() : entry.location();
  }

  private static String removal(Statement statement) {
    Actions actions = statement.actions();
    Actions.Entry entry =
        actions == null || actions.negated() ? null : actions.entryFor(GrantBypass.CREATE_GRANT);
    if (entry != null && entry.text().equalsIgnoreCase(GrantBypass.CREATE_GRANT)) {
      return "remove " + Wording.code(entry.text()) + " from " + statement.title();
    }
    return entry == null
        ? "add `kms:CreateGrant` to the `NotAction` of " + statement.title()
        : "name the actions that "
            + statement.title()
            + " needs in place of "
            + Wording.code(entry.text())
            + ", without `kms:CreateGrant`";
  }
}
