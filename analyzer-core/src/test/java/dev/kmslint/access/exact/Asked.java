package dev.kmslint.access.exact;

import dev.kmslint.access.Caller;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A question put to some policies, with the parts of the engine that work on it. */
public final class Asked {
  /** A context in which there is nothing but what follows from caller and resource. */
  public static final RequestContext NOTHING_ELSE = new RequestContext(Map.of(), true);

  public final Language language;
  public final Program program;
  public final Scope scope;
  public final Model model;

  private Asked(Language language, Program program, Scope scope, boolean withDoubts) {
    this.language = language;
    this.program = program;
    this.scope = scope;
    this.model = new Model(scope, List.of(program), List.of(), List.of(), withDoubts);
  }

  public static Asked of(PolicySet policies, Question question) {
    return of(policies, question, false);
  }

  public static Asked of(PolicySet policies, Question question, boolean withDoubts) {
    Language language = new Language(Catalog.builtIn(), List.of(policies));
    Program program = new Program(language, policies);
    Scope scope = new Scope(language, program.rules(), policies.owner(), question);
    return new Asked(language, program, scope, withDoubts);
  }

  /** What a caller can do on the key with these policies and no others. */
  public static Asked of(String caller, String action, Policy... policies) {
    return of(
        Policies.all(Policies.OWNER, policies), Question.of(caller(caller), action, Policies.KEY));
  }

  /** The caller that a text names. */
  public static Caller caller(String text) {
    return Objects.requireNonNull(Caller.parse(text, "aws"));
  }

  /** All points that are requests. */
  public List<Box> points() {
    List<Box> points = new ArrayList<>();
    add(model.space().everything(), 0, points);
    points.removeIf(point -> Point.isImpossible(point, model.space()));
    return points;
  }

  /** Any point, be it a request or not. */
  public Box point(Random random) {
    Box point = model.space().everything();
    for (int d = 0; d < point.layout().dimensions(); d++) {
      point.limitTo(d, random.nextInt(point.layout().size(d)));
    }
    return point;
  }

  private static void add(Box box, int dimension, List<Box> to) {
    if (dimension == box.layout().dimensions()) {
      to.add(box);
      return;
    }
    for (int atom = 0; atom < box.layout().size(dimension); atom++) {
      Box part = box.copy();
      part.limitTo(dimension, atom);
      add(part, dimension + 1, to);
    }
  }
}
