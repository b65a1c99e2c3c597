package dev.kmslint.access.exact;

import dev.kmslint.access.Decision;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Has every request that would become a witness decided by the evaluator, which knows nothing of
 * boxes. What it does not confirm is an error of this package, never a verdict.
 */
final class Judge {
  /** Why a request is not decided about which the evaluator has no doubt. */
  static final String UNCERTAIN = "it is not certain what a condition matches";

  private final Evaluator evaluator;
  private final Question.Side side;
  private @Nullable String error;

  Judge(Catalog catalog, Question.Side side) {
    this.evaluator = new Evaluator(catalog);
    this.side = side;
  }

  /**
   * What the evaluator found wrong; null when nothing, or where requests are not told apart, so
   * that one which was found can be no such request.
   */
  @Nullable String error(Model model) {
    return model.tooLarge().isEmpty() ? error : null;
  }

  Outcome outcome(PolicySet policies, Request request) {
    Decision decision = evaluator.decide(policies, request);
    return switch (side) {
      case BOTH -> decision.outcome();
      case KEY -> decision.keySide();
      case IDENTITY -> decision.identitySide();
    };
  }

  /** The first reason why a request is not decided; empty without one. */
  String doubt(PolicySet policies, Request request) {
    for (String doubt : evaluator.decide(policies, request).doubts()) {
      return doubt;
    }
    return "";
  }

  /** Notes an error unless a request is decided as expected. */
  boolean confirms(PolicySet policies, Search.@Nullable Found found, Outcome expected) {
    if (found == null) {
      return false;
    }
    Outcome judged = outcome(policies, found.request());
    if (judged == expected) {
      return true;
    }
    error =
        "the request "
            + new Witness(found.request())
            + " was judged "
            + judged.word()
            + " and not "
            + expected.word();
    return false;
  }
}
