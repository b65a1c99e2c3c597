package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the answer to one question. */
final class Inquiry {
  private final Scope scope;
  private final PolicySet policies;
  private final Judge judge;
  private final List<Term> never;
  private final Program program;
  private final Model model;
  private final Search search;

  /**
   * @param never terms that no request of the question satisfies
   */
  Inquiry(Catalog catalog, Scope scope, Program program, List<Term> never) {
    this.scope = scope;
    this.program = program;
    this.never = never;
    this.policies = program.policies();
    this.judge = new Judge(catalog, scope.question().side());
    this.model = new Model(scope, List.of(program), never, List.of(), false);
    this.search = new Search(model);
  }

  Answer answer() {
    Composition strict = new Composition(model, 0, false);
    Composition wide = isCertain() ? strict : new Composition(model, 0, true);
    Search.Found allowed = search.allowed(strict);
    Search.Found possible = allowed != null || wide == strict ? allowed : search.allowed(wide);
    if (allowed == null && isJudged(possible, Outcome.ALWAYS)) {
      allowed = possible;
    }
    Search.Found denied = search.denied(wide);
    Search.Found deniable = denied != null || wide == strict ? denied : search.denied(strict);
    if (denied == null && isJudged(deniable, Outcome.NEVER)) {
      denied = deniable;
    }
    Witness yes =
        judge.confirms(policies, allowed, Outcome.ALWAYS) && allowed != null
            ? new Witness(allowed.request())
            : null;
    Witness no =
        judge.confirms(policies, denied, Outcome.NEVER) && denied != null
            ? new Witness(denied.request())
            : null;
    Outcome outcome = outcome(yes, no, possible, deniable);
    if (outcome == Outcome.UNKNOWN && yes == null && isInDoubt()) {
      Answer never = neverUnderAnyMeaning(no);
      if (never != null) {
        return never;
      }
    }
    String reason = "";
    if (outcome == Outcome.UNKNOWN) {
      reason = reason(possible, deniable);
    } else if (outcome == Outcome.NEVER && no == null) {
      reason = "there is no such request";
    }
    Explainer explainer = new Explainer(model, strict, wide, outcome, allowed, denied);
    return new Answer(outcome, reason, yes, no, judge.error(model), explainer);
  }

  private boolean isInDoubt() {
    return judge.error(model) == null && !search.isIncomplete() && model.tooLarge().isEmpty();
  }

  /**
   * The answer where what is in doubt allows nothing whatever it means: what means the same in two
   * statements, of which one denies, is taken to match for both or for neither. Null without one.
   */
  private @Nullable Answer neverUnderAnyMeaning(@Nullable Witness no) {
    Model whole = new Model(scope, List.of(program), never, List.of(), true);
    Search each = new Search(whole);
    Composition all = new Composition(whole, 0, true);
    if (each.allowed(all) != null || each.isIncomplete() || !whole.tooLarge().isEmpty()) {
      return null;
    }
    Explainer explainer = new Explainer(whole, all, all, Outcome.NEVER, null, null);
    return new Answer(Outcome.NEVER, "", null, no, null, explainer);
  }

  /** Whether the two readings are the same. */
  private boolean isCertain() {
    for (Model.Matched each : model.matched()) {
      if (!each.isExact()) {
        return false;
      }
    }
    ActionSet actions = scope.actions();
    boolean identity = scope.question().side() == Question.Side.IDENTITY;
    for (int a = 0; a < actions.size(); a++) {
      if (!actions.isOfKms(a) || (!identity && actions.isGrantDecided(a))) {
        return false;
      }
    }
    boolean key = policies.keyPolicy() != null && !scope.owner().isEmpty();
    return (identity || key) && model.program(0).scps() < 2;
  }

  private boolean isJudged(Search.@Nullable Found found, Outcome outcome) {
    return found != null && judge.outcome(policies, found.request()) == outcome;
  }

  private Outcome outcome(
      @Nullable Witness yes,
      @Nullable Witness no,
      Search.@Nullable Found possible,
      Search.@Nullable Found deniable) {
    if (judge.error(model) != null) {
      return Outcome.UNKNOWN;
    }
    if (yes != null && no != null) {
      return Outcome.DEPENDS;
    }
    if (search.isIncomplete() || !model.tooLarge().isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (possible == null) {
      return Outcome.NEVER;
    }
    return deniable == null ? Outcome.ALWAYS : Outcome.UNKNOWN;
  }

  private String reason(Search.@Nullable Found possible, Search.@Nullable Found deniable) {
    if (judge.error(model) != null) {
      return "kmslint contradicts itself";
    }
    if (!model.tooLarge().isEmpty()) {
      return "the values of `" + model.tooLarge() + "` are too many to tell apart";
    }
    if (search.isIncomplete()) {
      return "the policies are too large to search";
    }
    String doubt = possible == null ? "" : judge.doubt(policies, possible.request());
    if (doubt.isEmpty() && deniable != null) {
      doubt = judge.doubt(policies, deniable.request());
    }
    return doubt.isEmpty() ? Judge.UNCERTAIN : doubt;
  }
}
