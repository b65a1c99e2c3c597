package dev.kmslint.access.exact.search;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.CallerKinds;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a question, and what every rule that could matter matches of them; of one set of
 * policies, or of several that are compared.
 */
public final class Model {
  private final Scope scope;
  private final Space space;
  private final List<Program> programs;
  private final List<Live> live = new ArrayList<>();
  private final List<Matched> matched = new ArrayList<>();
  private final @Nullable Doubts doubts;

  /** A rule of which not everything is known to be outside of the question. */
  private static final class Live {
    private final int program;
    private final Rule rule;
    private final long[] actions;
    private final @Nullable Predicate resource;
    private final List<List<Term>> conditions;

    Live(
        int program,
        Rule rule,
        long[] actions,
        @Nullable Predicate resource,
        List<List<Term>> conditions) {
      this.program = program;
      this.rule = rule;
      this.actions = actions;
      this.resource = resource;
      this.conditions = conditions;
    }
  }

  /**
   * What a rule matches by one kind of match of its principals, in the two readings: what is
   * certain, and what may be.
   */
  public record Matched(
      int program, Rule rule, Rule.Match match, List<Box> strict, List<Box> wide) {
    public List<Box> boxes(boolean asWide) {
      return asWide ? wide : strict;
    }

    public boolean isExact() {
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
   * @param withDoubts whether every doubt is an axis of its own, so that what is in doubt for one
   *     statement is so for all others in the same way; then the two readings are the same, and a
   *     request stands for one under one meaning of the doubts
   */
  public Model(
      Scope scope, List<Program> programs, List<Term> never, List<Term> more, boolean withDoubts) {
    this.doubts = withDoubts ? new Doubts() : null;
    this.scope = scope;
    this.space = scope.space();
    this.programs = programs;
    for (int p = 0; p < programs.size(); p++) {
      for (Rule rule : programs.get(p).rules()) {
        consider(p, rule);
      }
    }
    CallerKinds kinds = scope.language().kinds(scope.owner());
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
      for (int way = 0; way < each.rule.ways(); way++) {
        Rule.Match match = each.rule.match(way);
        List<Box> possible = boxes(each, way, true);
        List<Box> sure =
            doubts != null ? possible : each.rule.isUnsure() ? List.of() : boxes(each, way, false);
        matched.add(new Matched(each.program, each.rule, match, sure, possible));
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
    for (int way = 0; way < rule.ways(); way++) {
      Predicate callers = rule.callers(way);
      if (callers == null || callers.may(caller)) {
        return false;
      }
    }
    return true;
  }

  private void announce(Live each) {
    for (int way = 0; way < each.rule.ways(); way++) {
      Predicate callers = each.rule.callers(way);
      if (callers != null) {
        space.announce(Term.PRINCIPAL, callers);
        announceDoubt(Term.PRINCIPAL, callers);
      }
    }
    if (each.resource != null) {
      space.announce(Term.RESOURCE, each.resource);
      announceDoubt(Term.RESOURCE, each.resource);
    }
    if (each.rule.isUnsure() && doubts != null) {
      doubts.announce(each.rule, space);
    }
    for (List<Term> terms : each.conditions) {
      for (Term term : terms) {
        Relation relation = scope.keys().relation(term.axis());
        if (relation != null) {
          space.add(term.axis(), Relation.DOMAIN);
          scope.announce(space, new Term(relation.one(), Space.present()));
          scope.announce(space, new Term(relation.other(), Space.present()));
        }
        scope.announce(space, term);
        announceDoubt(term.axis(), term.predicate());
      }
    }
  }

  private void announceDoubt(String axis, Predicate predicate) {
    if (doubts != null) {
      boolean many = Term.isKey(axis) && scope.keys().domain(axis).many();
      doubts.announce(axis, predicate, many, space);
    }
  }

  private List<Box> boxes(Live each, int way, boolean asWide) {
    List<Box> boxes = new ArrayList<>();
    for (List<Term> terms : each.conditions) {
      addBoxes(each, way, terms, asWide, boxes);
    }
    return boxes;
  }

  private void addBoxes(Live each, int way, List<Term> conditions, boolean asWide, List<Box> to) {
    List<Term> terms = new ArrayList<>(conditions.size() + 2);
    Predicate callers = each.rule.callers(way);
    if (callers != null) {
      terms.add(new Term(Term.PRINCIPAL, callers));
    }
    if (each.resource != null) {
      terms.add(new Term(Term.RESOURCE, each.resource));
    }
    terms.addAll(conditions);
    Box box = space.everything();
    box.limit(0, each.actions);
    if (doubts != null) {
      doubts.addBoxes(box, each.rule, terms, space, to);
      return;
    }
    for (Term term : terms) {
      space.limit(box, term, asWide);
    }
    if (!box.isEmpty()) {
      to.add(box);
    }
  }

  /** What a rule would match, in one of the ways, without its conditions on some axes. */
  public List<Box> without(
      Rule rule, int way, java.util.function.Predicate<String> axes, boolean asWide) {
    List<Box> boxes = new ArrayList<>();
    for (Live each : live) {
      if (each.rule != rule) {
        continue;
      }
      for (List<Term> terms : each.conditions) {
        List<Term> rest = new ArrayList<>(terms);
        rest.removeIf(term -> axes.test(term.axis()));
        addBoxes(each, way, rest, asWide, boxes);
      }
    }
    return boxes;
  }

  public Scope scope() {
    return scope;
  }

  public Space space() {
    return space;
  }

  public Program program(int program) {
    return programs.get(program);
  }

  /** What every rule matches of the question's requests. */
  public List<Matched> matched() {
    return matched;
  }

  /** What is too large to be decided; empty when nothing is. */
  public String tooLarge() {
    if (!scope.actions().isComplete()) {
      return "action";
    }
    if (doubts != null && !doubts.areComplete()) {
      return "condition";
    }
    String axis = space.tooLarge();
    return axis == null ? "" : Term.word(axis);
  }
}
