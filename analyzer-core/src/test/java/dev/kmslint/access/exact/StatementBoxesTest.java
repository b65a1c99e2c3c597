package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Evaluator;
import dev.kmslint.access.LayerDecision;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.StatementMatch;
import dev.kmslint.access.Truth;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.search.Model;
import dev.kmslint.access.exact.search.Realizer;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.Language;
import dev.kmslint.access.exact.term.Program;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Statement by statement: whether a point is in a statement's box is what the evaluator says of the
 * request that the point stands for. This is what tells which statement an error comes from.
 */
class StatementBoxesTest {
  private final Evaluator judge = new Evaluator(Catalog.builtIn());

  @Property(tries = 400)
  void boxesAgreeWithTheEvaluator(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, seed % 2 == 0);
    PolicySet policies = scenarios.policies(4);
    check(policies, scenarios.question(), new Random(seed));
  }

  private void check(PolicySet policies, Question question, Random random) {
    Language language = new Language(Catalog.builtIn(), List.of(policies));
    Program program = new Program(language, policies);
    Scope scope = new Scope(language, program.rules(), policies.owner(), question);
    Model model = new Model(scope, List.of(program), List.of(), List.of(), false);
    boolean ids = language.callers().ids();
    Realizer realizer = new Realizer(model.space(), question.context(), ids);
    for (int i = 0; i < 20; i++) {
      Box point = point(model.space().everything(), random);
      if (Point.isImpossible(point, model.space())) {
        continue;
      }
      Request request = realizer.realize(point).request();
      if (request == null) {
        continue;
      }
      for (LayerDecision layer : judge.decide(policies, request).layers().values()) {
        for (StatementMatch match : layer.matches()) {
          compare(model, point, match, request);
        }
      }
    }
  }

  private static void compare(Model model, Box point, StatementMatch match, Request request) {
    boolean strict = isIn(model, point, match.statement(), false);
    boolean wide = isIn(model, point, match.statement(), true);
    String what = new Witness(request) + "\nand " + match.statement().location().text();
    if (match.statement().effect() == null) {
      return;
    }
    if (strict) {
      assertThat(match.truth()).as(what).isEqualTo(Truth.YES);
    }
    if (!wide) {
      assertThat(match.truth()).as(what).isEqualTo(Truth.NO);
    }
  }

  private static boolean isIn(Model model, Box point, Statement statement, boolean asWide) {
    for (Model.Matched each : model.matched()) {
      if (each.rule().statement() == statement) {
        for (Box box : each.boxes(asWide)) {
          if (point.isInside(box)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Box point(Box everything, Random random) {
    Box point = everything.copy();
    for (int d = 0; d < point.layout().dimensions(); d++) {
      point.limitTo(d, random.nextInt(point.layout().size(d)));
    }
    return point;
  }
}
