package dev.kmslint.access.exact;

import java.util.ArrayList;
import java.util.List;

/** The requests of a question, and what every rule that could matter matches of them. */
final class Model {
  private final Scope scope;
  private final Space space;
  private final List<Live> live = new ArrayList<>();
  private final List<Layers.Boxes> strict = new ArrayList<>();
  private final List<Layers.Boxes> wide = new ArrayList<>();
  private boolean exact = true;

  /** A rule of which not everything is known to be outside of the question. */
  private record Live(Rule rule, long[] actions, List<List<Term>> alternatives) {}

  /**
   * @param more further terms to be asked about later
   */
  Model(Scope scope, List<Term> more) {
    this.scope = scope;
    this.space = scope.space();
    Program program = scope.program();
    for (Rule rule : program.rules()) {
      consider(rule);
    }
    Composition.Kinds kinds = program.kinds(scope.owner());
    space.announce(Term.PRINCIPAL, kinds.service());
    space.announce(Term.PRINCIPAL, kinds.root());
    space.announce(Term.PRINCIPAL, kinds.owner());
    space.announce(Term.PRINCIPAL, kinds.serviceLinked());
    for (Live each : live) {
      announce(each);
    }
    for (Term term : more) {
      scope.announce(space, term);
    }
    for (Relation relation : scope.keys().relations()) {
      if (space.has(relation.name())) {
        space.relate(relation);
      }
    }
    space.close();
    scope.constrain(space);
    for (Live each : live) {
      for (int match = 0; match < each.rule().matches(); match++) {
        addBoxes(each, match);
      }
    }
  }

  private void consider(Rule rule) {
    if (rule.isVoid()) {
      return;
    }
    ActionSet actions = scope.actions();
    long[] matched = actions.bits(a -> rule.matchesAction(actions.names().get(a)));
    if (ActionSet.isEmpty(matched) || isElsewhere(rule)) {
      return;
    }
    List<List<Term>> alternatives =
        rule.terms(scope.program().compiler(), scope.keys());
    Seen resource = scope.onlyResource();
    if (resource != null) {
      for (Term term : alternatives.get(0)) {
        if (term.axis().equals(Term.RESOURCE) && !term.predicate().may(resource)) {
          return;
        }
      }
    }
    live.add(new Live(rule, matched, alternatives));
  }

  /** Whether it is known from the start that a rule matches nobody of the question. */
  private boolean isElsewhere(Rule rule) {
    Seen caller = scope.onlyCaller();
    if (caller == null) {
      return false;
    }
    for (int match = 0; match < rule.matches(); match++) {
      Predicate callers = rule.callers(match);
      if (callers == null || callers.may(caller)) {
        return false;
      }
    }
    return true;
  }

  private void announce(Live each) {
    for (int match = 0; match < each.rule().matches(); match++) {
      Predicate callers = each.rule().callers(match);
      if (callers != null) {
        space.announce(Term.PRINCIPAL, callers);
      }
    }
    for (List<Term> terms : each.alternatives()) {
      for (Term term : terms) {
        Relation relation = scope.keys().relation(term.axis());
        if (relation != null) {
          space.add(term.axis(), Relation.DOMAIN);
          scope.announce(space, new Term(relation.one(), Space.present()));
          scope.announce(space, new Term(relation.other(), Space.present()));
        }
        scope.announce(space, term);
      }
    }
  }

  private void addBoxes(Live each, int match) {
    List<Box> sure = each.rule().isUnsure() ? new ArrayList<>() : boxes(each, match, false);
    List<Box> possible = boxes(each, match, true);
    strict.add(new Layers.Boxes(each.rule(), match, sure));
    wide.add(new Layers.Boxes(each.rule(), match, possible));
    exact &= sure.size() == possible.size();
    for (int i = 0; exact && i < sure.size(); i++) {
      exact = sure.get(i).isInside(possible.get(i)) && possible.get(i).isInside(sure.get(i));
    }
  }

  private List<Box> boxes(Live each, int match, boolean asWide) {
    List<Box> boxes = new ArrayList<>();
    Predicate callers = each.rule().callers(match);
    for (List<Term> terms : each.alternatives()) {
      Box box = space.everything();
      box.limit(0, each.actions());
      if (callers != null) {
        space.limit(box, new Term(Term.PRINCIPAL, callers), asWide);
      }
      for (Term term : terms) {
        space.limit(box, term, asWide);
      }
      if (!box.isEmpty()) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  Scope scope() {
    return scope;
  }

  Space space() {
    return space;
  }

  /** Whether the two readings of every rule are the same. */
  boolean isExact() {
    return exact;
  }

  List<Layers.Boxes> boxes(boolean asWide) {
    return asWide ? wide : strict;
  }

  /** The layers in one reading; Deny statements are read in the other one. */
  Layers layers(boolean asWide) {
    List<Layers.Boxes> all = new ArrayList<>();
    for (int i = 0; i < strict.size(); i++) {
      boolean deny = strict.get(i).rule().isDeny();
      all.add(asWide != deny ? wide.get(i) : strict.get(i));
    }
    Layers layers = new Layers(all, scope.program().scps());
    if (scope.program().policies().keyPolicy() == null && asWide) {
      for (Rule.Match match : Rule.Match.values()) {
        layers.of(match).add(new Hit(space.everything(), null));
      }
    }
    return layers;
  }

  Composition.Setting setting() {
    return new Composition.Setting(
        scope.question().side(),
        scope.program().policies().keyPolicy() != null,
        !scope.owner().isEmpty(),
        scope.acrossPartitions(),
        scope.program().policies().boundary() != null,
        scope.program().policies().session() != null);
  }

  /** How the layers are put together in one reading. */
  Composition compose(Layers layers, boolean asWide) {
    return new Composition(
        space, scope.program().kinds(scope.owner()), setting(), layers, asWide);
  }

  /** A new search in this space. */
  Search search() {
    return new Search(
        new Realizer(space, scope.question().context(), scope.program().callers().ids()),
        space.impossible());
  }
}
