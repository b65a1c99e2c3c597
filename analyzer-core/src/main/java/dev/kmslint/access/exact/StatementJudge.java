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

  /** Whether the evaluator sees a statement's principal, action and resource match a request. */
  static boolean matches(
      Catalog catalog, PolicySet policies, Request request, Statement statement) {
    for (LayerDecision layer : new Evaluator(catalog).decide(policies, request).layers().values()) {
      for (StatementMatch match : layer.matches()) {
        if (match.statement() == statement) {
          return isAbout(match);
        }
      }
    }
    return false;
  }

  /**
   * Whether the evaluator sees a request dodge a Deny: no Deny hits it, an Allow does where there
   * is one, and the Deny would but for its conditions on one key.
   *
   * @param key in lower case
   */
  static boolean dodges(
      Catalog catalog, PolicySet policies, Request request, Statement deny, String key) {
    boolean spared = false;
    boolean allowing = false;
    boolean allowed = false;
    for (LayerDecision layer : new Evaluator(catalog).decide(policies, request).layers().values()) {
      for (StatementMatch match : layer.matches()) {
        if (match.statement().isAllow()) {
          allowing = true;
          allowed |= match.truth() == Truth.YES;
        } else if (match.truth() != Truth.NO) {
          return false;
        }
        spared |= match.statement() == deny && hitsBut(key, match);
      }
    }
    return spared && (allowed || !allowing);
  }

  private static boolean hitsBut(String key, StatementMatch match) {
    for (StatementMatch.ConditionResult result : match.conditions()) {
      if (!result.condition().hasKey(key) && result.truth() != Truth.YES) {
        return false;
      }
    }
    return isAbout(match);
  }

  private static boolean isAbout(StatementMatch match) {
    return match.principal() == Truth.YES
        && match.action() == Truth.YES
        && match.resource() == Truth.YES;
  }
}
