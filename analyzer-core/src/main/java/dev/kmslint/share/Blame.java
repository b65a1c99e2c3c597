package dev.kmslint.share;

import dev.kmslint.access.Layer;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, among the statements of a layer, the one that is to blame. */
final class Blame {
  private Blame() {}

  /** The first Deny that matches in every request; null when there is none. */
  static @Nullable StatementMatch deny(List<StatementMatch> matches) {
    for (StatementMatch match : matches) {
      if (match.statement().isDeny() && match.truth() == Truth.YES) {
        return match;
      }
    }
    return null;
  }

  /** The statements of an effect that match in some requests, or perhaps. */
  static List<StatementMatch> undecided(List<StatementMatch> matches, boolean deny) {
    List<StatementMatch> undecided = new ArrayList<>();
    for (StatementMatch match : matches) {
      boolean effect = deny ? match.statement().isDeny() : match.statement().isAllow();
      if (effect && match.truth() == Truth.MAYBE) {
        undecided.add(match);
      }
    }
    return undecided;
  }

  /**
   * The Allow for the action that only its conditions keep from matching, with the fewest that
   * fail; null when there is none.
   */
  static @Nullable StatementMatch blockedByCondition(List<StatementMatch> matches) {
    StatementMatch best = null;
    int fewest = Integer.MAX_VALUE;
    for (StatementMatch match : matches) {
      boolean otherwise =
          match.statement().isAllow()
              && match.principal() != Truth.NO
              && match.action() != Truth.NO
              && match.resource() != Truth.NO;
      if (otherwise && match.condition() == Truth.NO) {
        int failing = 0;
        for (StatementMatch.ConditionResult result : match.conditions()) {
          failing += result.truth() == Truth.NO ? 1 : 0;
        }
        if (failing < fewest) {
          fewest = failing;
          best = match;
        }
      }
    }
    return best;
  }

  /** Where a statement says which effect it has; its first character where it does not. */
  static SourceLocation effect(Statement statement) {
    return statement.effectLocation() == null
        ? statement.location().first()
        : statement.effectLocation();
  }

  /**
   * Where a statement says which actions it is about: the element's name where its list has several
   * lines; the statement's first character where it does not say.
   */
  static SourceLocation actions(Statement statement) {
    Actions actions = statement.actions();
    if (actions == null) {
      return statement.location().first();
    }
    return actions.location().hasSeveralLines() ? actions.nameLocation() : actions.location();
  }

  /** In whose policies a layer of identity-side policies lies. */
  static Side side(Layer layer) {
    return switch (layer) {
      case KEY_POLICY -> Side.KEY_POLICY;
      case IDENTITY -> Side.IDENTITY;
      case BOUNDARY -> Side.BOUNDARY;
      case SESSION -> Side.SESSION;
      case SCP -> Side.SCP;
      case RCP -> Side.RCP;
    };
  }
}
