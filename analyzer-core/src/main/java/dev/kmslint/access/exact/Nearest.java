package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Region;
import dev.kmslint.access.exact.search.Search;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.QuestionKeys;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where nothing is allowed, though nothing is denied: what comes nearest to allowing it. */
final class Nearest {
  private static final int MOST = 3;

  private final Model model;
  private final Composition policies;
  private final Search search;
  private int deepest = -1;
  private @Nullable Layer layer;
  private @Nullable Box reached;

  Nearest(Model model, Composition policies) {
    this.model = model;
    this.policies = policies;
    this.search = new Search(model);
  }

  Explanation explain() {
    for (Region region : policies.regions()) {
      for (List<List<Hit>> path : region.paths()) {
        follow(region.limit(), path, 0);
      }
    }
    Layer stop = layer;
    Box box = reached;
    if (stop == null || box == null) {
      return new Explanation(Set.of(), List.of(), null);
    }
    List<Because> because = new ArrayList<>();
    List<Integer> distances = new ArrayList<>();
    for (Rule rule : model.program(0).rules()) {
      if (rule.layer() == stop && rule.statement().isAllow()) {
        Set<String> stops = stops(rule, box);
        int at = 0;
        while (at < distances.size() && distances.get(at) <= stops.size()) {
          at++;
        }
        distances.add(at, stops.size());
        because.add(at, Because.of(rule, Because.Part.STOPPED, String.join(", ", stops)));
      }
    }
    List<Because> nearest = because.subList(0, Math.min(MOST, because.size()));
    return new Explanation(Set.of(), List.copyOf(nearest), stop);
  }

  /** Goes along a path as far as its layers have hits for some request. */
  private void follow(Box box, List<List<Hit>> path, int from) {
    if (from == path.size() || isNothing(box)) {
      return;
    }
    if (from > deepest) {
      deepest = from;
      layer = policies.layers().layerOf(path.get(from));
      reached = box;
    }
    List<Box> tried = new ArrayList<>();
    for (Hit hit : path.get(from)) {
      Box both = box.and(hit.box());
      if (tried.stream().noneMatch(both::isInside)) {
        tried.add(both);
        follow(both, path, from + 1);
      }
    }
  }

  /** The elements of a statement that keep it from matching. */
  private Set<String> stops(Rule rule, Box reachable) {
    Set<String> stops = new LinkedHashSet<>();
    ActionSet actions = model.scope().actions();
    Box box = reachable.copy();
    box.limit(0, actions.bits(a -> rule.matchesAction(actions.name(a))));
    if (box.isEmptyIn(0)) {
      stops.add("action");
      box = reachable;
    }
    if (!isReached(rule, box)) {
      stops.add(Term.word(Term.PRINCIPAL));
    }
    QuestionKeys keys = model.scope().keys();
    Predicate resource = rule.resource(keys);
    if (resource != null && isStopped(new Term(Term.RESOURCE, resource), box)) {
      stops.add(Term.word(Term.RESOURCE));
    }
    for (List<Term> terms : rule.conditions(model.scope().language().compiler(), keys)) {
      for (Term term : terms) {
        if (isStopped(term, box)) {
          stops.add(Term.word(term.axis()));
        }
      }
    }
    return stops;
  }

  private boolean isReached(Rule rule, Box box) {
    for (int match = 0; match < rule.ways(); match++) {
      Predicate callers = rule.callers(match);
      if (callers == null || !isStopped(new Term(Term.PRINCIPAL, callers), box)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a term holds for nothing in a box, as far as the space knows it. */
  private boolean isStopped(Term term, Box box) {
    Space space = model.space();
    if (!space.has(term.axis())) {
      return isStopped(term, model.scope().keys().domain(term.axis()));
    }
    Space.Slot slot = space.slot(term.axis());
    if (!slot.axis().predicates().contains(term.predicate())) {
      return isStopped(term, slot.axis().domain());
    }
    Box limited = box.copy();
    space.limit(limited, term, true);
    return isNothing(limited);
  }

  /** Whether a box certainly holds no request. */
  private boolean isNothing(Box box) {
    return search.outside(box, List.of()) == null && !search.isIncomplete();
  }

  private static boolean isStopped(Term term, Domain domain) {
    Axis axis = new Axis(domain, List.of(term.predicate()), 1);
    return axis.isSplit() && ActionSet.isEmpty(axis.bits(term.predicate(), true));
  }
}
