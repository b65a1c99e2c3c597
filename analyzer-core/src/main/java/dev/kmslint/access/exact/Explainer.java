package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out why an answer is what it is. */
@SuppressWarnings("ReferenceEquality") // a statement is the one at its place
final class Explainer {
  private static final int MOST_DENIES = 24;

  private final Model model;
  private final Composition strict;
  private final Composition wide;
  private final Outcome outcome;
  private final Search.@Nullable Found allowed;
  private final Search.@Nullable Found denied;

  Explainer(
      Model model,
      Composition strict,
      Composition wide,
      Outcome outcome,
      Search.@Nullable Found allowed,
      Search.@Nullable Found denied) {
    this.model = model;
    this.strict = strict;
    this.wide = wide;
    this.outcome = outcome;
    this.allowed = allowed;
    this.denied = denied;
  }

  Explanation explain() {
    if (outcome == Outcome.NEVER) {
      return never();
    }
    Set<String> on = Set.of();
    if (allowed != null && denied != null) {
      on = new Differences(model.space(), wide).between(allowed.box(), denied.box());
    }
    if (allowed == null) {
      return new Explanation(on, List.of(), null);
    }
    return new Explanation(on, allowing(Point.of(allowed.box())), null);
  }

  /** The statements by which a request is allowed. */
  private List<Because> allowing(Box point) {
    Set<Rule> rules = Point.rulesOn(point, strict);
    List<Because> because = new ArrayList<>();
    for (Rule rule : rules.isEmpty() ? Point.rulesOn(point, wide) : rules) {
      because.add(Because.of(rule, Because.Part.ALLOWS, ""));
    }
    return because;
  }

  private Explanation never() {
    Search search = new Search(model);
    if (search.allowed(wide.regions(), List.of()) == null) {
      return new Nearest(model, wide).explain();
    }
    List<Hit> denies = new ArrayList<>(wide.denies());
    Set<Rule> rules = new LinkedHashSet<>();
    for (Hit hit : denies) {
      if (hit.rule() != null) {
        rules.add(hit.rule());
      }
    }
    if (rules.size() <= MOST_DENIES) {
      for (Rule rule : List.copyOf(rules)) {
        List<Hit> others = new ArrayList<>(denies);
        others.removeIf(hit -> hit.rule() == rule);
        if (new Search(model).allowed(wide.regions(), others) == null) {
          denies = others;
          rules.remove(rule);
        }
      }
    }
    List<Because> because = new ArrayList<>();
    for (Rule rule : rules) {
      because.add(Because.of(rule, Because.Part.DENIES, ""));
    }
    return new Explanation(Set.of(), because, null);
  }
}
