package dev.kmslint.access.exact;

import dev.kmslint.access.Decision;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Request;
import dev.kmslint.catalog.Catalog;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the answer to one question. */
final class Inquiry {
  private final Evaluator judge;
  private final Scope scope;
  private @Nullable String internalError;

  Inquiry(Catalog catalog, Scope scope) {
    this.judge = new Evaluator(catalog);
    this.scope = scope;
  }

  Answer answer() {
    if (scope.actions().size() == 0) {
      return new Answer(
          Outcome.NEVER, "there is no such action", null, null, Set.of(), List.of(), null);
    }
    Model model = new Model(scope, List.of());
    Search search = model.search();
    Layers strict = model.layers(false);
    List<Region> sure = model.compose(strict, false).regions();
    boolean same = model.isExact() && isCertain();
    Layers wide = same ? strict : model.layers(true);
    List<Region> possible = same ? sure : model.compose(wide, true).regions();

    Search.Found allowed = search.allowed(sure, strict.denies);
    Search.Found maybeAllowed =
        allowed != null || same ? allowed : search.allowed(possible, wide.denies);
    Search.Found denied = search.denied(possible, wide.denies);
    Search.Found maybeDenied = denied != null || same ? denied : search.denied(sure, strict.denies);

    Witness yes = witness(allowed, Outcome.ALWAYS);
    Witness no = witness(denied, Outcome.NEVER);
    Outcome outcome = outcome(model, search, yes, no, maybeAllowed, maybeDenied);
    String reason = outcome == Outcome.UNKNOWN ? reason(model, search, maybeAllowed, maybeDenied) : "";
    Reasons reasons = new Reasons(model, same ? strict : wide, same ? sure : possible, strict, sure);
    return new Answer(
        outcome,
        reason,
        yes,
        no,
        outcome == Outcome.DEPENDS || outcome == Outcome.UNKNOWN
            ? reasons.on(allowed, denied)
            : Set.of(),
        reasons.because(outcome, allowed),
        internalError);
  }

  /** Whether nothing but the rules' own readings is uncertain. */
  private boolean isCertain() {
    PolicySet policies = scope.program().policies();
    ActionSet actions = scope.actions();
    boolean identity = scope.question().side() == Question.Side.IDENTITY;
    boolean retire = false;
    boolean others = false;
    for (int a = 0; a < actions.size(); a++) {
      retire |= actions.isGrantDecided(a);
      others |= !actions.isOfKms(a);
    }
    return (identity || policies.keyPolicy() != null)
        && (identity || !scope.owner().isEmpty())
        && (identity || !retire)
        && !others
        && scope.program().scps() < 2;
  }

  private Outcome outcome(
      Model model,
      Search search,
      @Nullable Witness yes,
      @Nullable Witness no,
      Search.@Nullable Found maybeAllowed,
      Search.@Nullable Found maybeDenied) {
    if (internalError != null) {
      return Outcome.UNKNOWN;
    }
    if (yes != null && no != null) {
      return Outcome.DEPENDS;
    }
    if (search.isIncomplete() || model.space().tooLarge() != null) {
      return Outcome.UNKNOWN;
    }
    if (maybeAllowed == null) {
      return Outcome.NEVER;
    }
    return maybeDenied == null ? Outcome.ALWAYS : Outcome.UNKNOWN;
  }

  /** A witness that the evaluator confirms. */
  private @Nullable Witness witness(Search.@Nullable Found found, Outcome expected) {
    if (found == null) {
      return null;
    }
    Outcome judged = outcome(judge(found.request()));
    if (judged != expected) {
      internalError =
          "the request " + new Witness(found.request()) + " was judged " + judged.word()
              + " and not " + expected.word();
      return null;
    }
    return new Witness(found.request());
  }

  private Decision judge(Request request) {
    PolicySet policies = scope.program().policies();
    return judge.decide(policies, request);
  }

  private Outcome outcome(Decision decision) {
    return switch (scope.question().side()) {
      case BOTH -> decision.outcome();
      case KEY -> decision.keySide();
      case IDENTITY -> decision.identitySide();
    };
  }

  private String reason(
      Model model,
      Search search,
      Search.@Nullable Found maybeAllowed,
      Search.@Nullable Found maybeDenied) {
    if (internalError != null) {
      return "kmslint contradicts itself";
    }
    if (model.space().tooLarge() != null) {
      return "the values of `" + model.space().tooLarge() + "` are too many to tell apart";
    }
    if (search.isIncomplete()) {
      return "the policies are too large to search";
    }
    for (Search.Found found : new Search.@Nullable Found[] {maybeAllowed, maybeDenied}) {
      if (found != null) {
        for (String doubt : judge(found.request()).doubts()) {
          return doubt;
        }
      }
    }
    return "AWS does not say what a condition means";
  }
}
