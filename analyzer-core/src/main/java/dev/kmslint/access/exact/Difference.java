package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks for a request that one set of policies allows and an older one does not. */
final class Difference {
  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  private final Judge judge;
  private final Model model;
  private final Supplier<Model> doubting;
  private final PolicySet before;
  private final PolicySet after;

  Difference(Catalog catalog, PolicySet before, PolicySet after, Question question) {
    this.before = before;
    this.after = after;
    this.judge = new Judge(catalog, question.side());
    Language language = new Language(catalog, List.of(before, after));
    List<Program> programs = List.of(new Program(language, before), new Program(language, after));
    List<Rule> rules = new ArrayList<>(programs.get(BEFORE).rules());
    rules.addAll(programs.get(AFTER).rules());
    String owner = after.owner().isEmpty() ? before.owner() : after.owner();
    Scope scope = Scope.ofChange(language, rules, owner, question);
    this.model = new Model(scope, programs, List.of(), List.of(), false);
    this.doubting = () -> new Model(scope, programs, List.of(), List.of(), true);
  }

  Change change() {
    Search search = new Search(model);
    Composition sureNow = new Composition(model, AFTER, false);
    Composition maybeBefore = new Composition(model, BEFORE, true);
    Search.Found found = search.allowedNow(sureNow, maybeBefore);
    boolean confirmed =
        judge.confirms(after, found, Outcome.ALWAYS)
            && judge.confirms(before, found, Outcome.NEVER);
    if (found != null && confirmed) {
      return found(found, sureNow, maybeBefore);
    }
    if (judge.error(model) != null) {
      return unknown("kmslint contradicts itself");
    }
    Model whole = doubting.get();
    Search wider = new Search(whole);
    Composition maybeNow = new Composition(whole, AFTER, true);
    Composition sureBefore = new Composition(whole, BEFORE, false);
    Search.Found possible = wider.allowedNow(maybeNow, sureBefore);
    if (possible != null
        && judge.outcome(after, possible.request()) == Outcome.ALWAYS
        && judge.outcome(before, possible.request()) == Outcome.NEVER) {
      return found(possible, maybeNow, sureBefore);
    }
    if (!whole.tooLarge().isEmpty()) {
      return unknown("the values of `" + whole.tooLarge() + "` are too many to tell apart");
    }
    if (wider.isIncomplete()) {
      return unknown("the policies are too large to search");
    }
    if (possible == null) {
      return new Change(Truth.NO, "", null, List.of(), List.of(), null);
    }
    String doubt = judge.doubt(after, possible.request());
    if (doubt.isEmpty()) {
      doubt = judge.doubt(before, possible.request());
    }
    return unknown(doubt.isEmpty() ? Judge.UNCERTAIN : doubt);
  }

  private Change unknown(String reason) {
    return new Change(Truth.MAYBE, reason, null, List.of(), List.of(), judge.error(model));
  }

  private static Change found(Search.Found found, Composition now, Composition then) {
    Box point = Point.of(found.box());
    List<Because> because = new ArrayList<>();
    for (Rule rule : Point.rulesOn(point, now)) {
      because.add(Because.of(rule, Because.Part.ALLOWS, ""));
    }
    List<Because> denied = new ArrayList<>();
    for (Hit deny : then.denies()) {
      if (deny.rule() != null && point.isInside(deny.box())) {
        denied.add(Because.of(deny.rule(), Because.Part.DENIES, ""));
      }
    }
    return new Change(Truth.YES, "", new Witness(found.request()), because, denied, null);
  }
}
