package dev.kmslint.access.exact;

import dev.kmslint.access.Evaluator;
import dev.kmslint.access.LayerDecision;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Statement;

/** Asks the evaluator about single statements. */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
final class StatementJudge {
  private StatementJudge() {}

  /** Whether the evaluator sees a statement match a request, conditions aside or not. */
  static boolean matches(
      Catalog catalog, PolicySet policies, Request request, Statement statement) {
    for (LayerDecision layer : new Evaluator(catalog).decide(policies, request).layers().values()) {
      for (StatementMatch match : layer.matches()) {
        if (match.statement() == statement) {
          return match.principal() == Truth.YES
              && match.action() == Truth.YES
              && match.resource() == Truth.YES;
        }
      }
    }
    return false;
  }
}
