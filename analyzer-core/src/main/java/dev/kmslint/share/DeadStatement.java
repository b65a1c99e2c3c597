package dev.kmslint.share;

import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Allow that looks as if it were for the action, and has no effect.
 *
 * @param location where to look
 * @param why what is wrong with it, a clause
 * @param lacks the element that it lacks or has wrong; empty for other faults
 */
record DeadStatement(SourceLocation location, String why, String lacks) {
  /** The last one among statements; null when there is none. */
  static @Nullable DeadStatement among(List<StatementMatch> matches, String action) {
    DeadStatement dead = null;
    for (StatementMatch match : matches) {
      DeadStatement one = match.statement().isAllow() ? of(match, action) : null;
      dead = one == null ? dead : one;
    }
    return dead;
  }

  private static @Nullable DeadStatement of(StatementMatch match, String action) {
    Statement statement = match.statement();
    if (statement.actions() == null) {
      return lacking(statement, "Action");
    }
    if (!statement.actions().matches(action)) {
      return null;
    }
    if (statement.resources() == null) {
      return lacking(statement, "Resource");
    }
    if (statement.unreadable()) {
      return new DeadStatement(
          Blame.actions(statement), statement.title() + " has faults and counts for nothing", "");
    }
    return match.resource() == Truth.NO
        ? new DeadStatement(
            statement.resources().location(),
            statement.title() + " is about another resource than this key",
            "Resource")
        : null;
  }

  private static DeadStatement lacking(Statement statement, String element) {
    return new DeadStatement(
        statement.location().first(), statement.title() + " has no `" + element + "`", element);
  }
}
