package dev.kmslint.access.exact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a question, and what every rule that could matter matches of them; of one set of
 * policies, or of several that are compared.
 */
final class Model {
  private final Scope scope;
  private final Space space;
  private final List<Program> programs;
  private final List<Live> live = new ArrayList<>();
  private final List<Matched> matched = new ArrayList<>();

  /** A rule of which not everything is known to be outside of the question. */
  private record Live(
      int program,
      Rule rule,
      long[] actions,
      @Nullable Predicate resource,
      List<List<Term>> conditions) {}

  /**
   * What a rule matches by one kind of match of its principals, in the two readings: what is
   * certain, and what may be.
   */
  record Matched(int program, Rule rule, int match, List<Box> strict, List<Box> wide) {
    List<Box> boxes(boolean asWide) {
      return asWide ? wide : strict;
    }

    boolean isExact() {
      boolean exact = strict.size() == wide.size();
      for (int i = 0; exact && i < strict.size(); i++) {
        exact = wide.get(i).isInside(strict.get(i)) && strict.get(i).isInside(wide.get(i));
      }
      return exact;
    }
  }

  /**
   * @param never terms that no request of the question satisfies
   * @param more further terms to be asked about later
   */
  Model(Scope scope, List<Program> programs, List<Term> never, List<Term> more) {
    this.scope = scope;
    this.space = scope.space();
    this.programs = programs;
    for (int p = 0; p < programs.size(); p++) {
      for (Rule rule : programs.get(p).rules()) {
        consider(p, rule);
      }
    }
    Composition.Kinds kinds = scope.language().kinds(scope.owner());
    space.announce(Term.PRINCIPAL, kinds.service());
    space.announce(Term.PRINCIPAL, kinds.root());
    space.announce(Term.PRINCIPAL, kinds.owner());
    space.announce(Term.PRINCIPAL, kinds.serviceLinked());
    for (Live each : live) {
      announce(each);
    }
    never.forEach(term -> scope.announce(space, term));
    more.forEach(term -> scope.announce(space, term));
    for (Relation relation : scope.keys().relations()) {
      if (space.has(relation.name())) {
        space.relate(relation);
      }
    }
    space.close();
    scope.constrain(space);
    for (Term term : never) {
      space.exclude(List.of(term));
    }
    for (Live each : live) {
      for (int match = 0; match < each.rule().matches(); match++) {
        List<Box> sure = each.rule().isUnsure() ? List.of() : boxes(each, match, false);
        List<Box> possible = boxes(each, match, true);
        matched.add(new Matched(each.program(), each.rule(), match, sure, possible));
      }
    }
  }

  private void consider(int program, Rule rule) {
    if (rule.isVoid()) {
      return;
    }
    ActionSet actions = scope.actions();
    long[] bits = actions.bits(a -> rule.matchesAction(actions.name(a)));
    if (ActionSet.isEmpty(bits) || isElsewhere(rule)) {
      return;
    }
    Predicate resource = rule.resource(scope.keys());
    Seen only = scope.onlyResource();
    if (resource == null || only == null || resource.may(only)) {
      List<List<Term>> conditions = rule.conditions(scope.language().compiler(), scope.keys());
      live.add(new Live(program, rule, bits, resource, conditions));
    }
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
    if (each.resource() != null) {
      space.announce(Term.RESOURCE, each.resource());
    }
    for (List<Term> terms : each.conditions()) {
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

  private List<Box> boxes(Live each, int match, boolean asWide) {
    List<Box> boxes = new ArrayList<>();
    Box all = unconditioned(each, match, asWide);
    for (List<Term> terms : each.conditions()) {
      Box box = all.copy();
      for (Term term : terms) {
        space.limit(box, term, asWide);
      }
      if (!box.isEmpty()) {
        boxes.add(box);
      }
    }
    return boxes;
  }

  private Box unconditioned(Live each, int match, boolean asWide) {
    Box box = space.everything();
    box.limit(0, each.actions());
    Predicate callers = each.rule().callers(match);
    if (callers != null) {
      space.limit(box, new Term(Term.PRINCIPAL, callers), asWide);
    }
    if (each.resource() != null) {
      space.limit(box, new Term(Term.RESOURCE, each.resource()), asWide);
    }
    return box;
  }

  /** What a rule would match without its conditions on some axes; nothing for an unknown rule. */
  List<Box> without(
      Rule rule, int match, java.util.function.Predicate<String> axes, boolean asWide) {
    List<Box> boxes = new ArrayList<>();
    for (Live each : live) {
      if (each.rule() != rule) {
        continue;
      }
      for (List<Term> terms : each.conditions()) {
        Box box = unconditioned(each, match, asWide);
        for (Term term : terms) {
          if (!axes.test(term.axis())) {
            space.limit(box, term, asWide);
          }
        }
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

  Program program(int program) {
    return programs.get(program);
  }

  /** What every rule matches of the question's requests. */
  List<Matched> matched() {
    return matched;
  }

  /** What is too large to be decided; empty when nothing is. */
  String tooLarge() {
    if (!scope.actions().isComplete()) {
      return "action";
    }
    String axis = space.tooLarge();
    return axis == null ? "" : axis;
  }

  /** The layers of one set of policies in one reading. */
  Composition compose(int program, boolean asWide) {
    return new Composition(this, program, asWide);
  }

  /** A new search in this space. */
  Search search() {
    boolean ids = scope.language().callers().ids();
    return new Search(new Realizer(space, scope.question().context(), ids), space.impossible());
  }
}
