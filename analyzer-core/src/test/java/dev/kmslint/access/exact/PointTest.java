package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Layout;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Realizer;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PointTest {
  private static final Layout LAYOUT = new Layout(new int[] {3, 70, 2});

  private static Box at(int... atoms) {
    Box point = Box.everything(LAYOUT);
    for (int d = 0; d < atoms.length; d++) {
      point.limitTo(d, atoms[d]);
    }
    return point;
  }

  private static Hit hit(int dimension, long... atoms) {
    Box box = Box.everything(LAYOUT);
    box.limit(dimension, atoms);
    return new Hit(box, null);
  }

  private static int[] atoms(Box point) {
    int[] atoms = new int[3];
    for (int d = 0; d < atoms.length; d++) {
      atoms[d] = point.first(d);
      assertThat(Point.with(point, d, atoms[d]).isInside(point)).isTrue();
    }
    return atoms;
  }

  @Test
  void aBoxGivesItsFirstPoint() {
    Box box = Box.everything(LAYOUT);
    box.limit(0, new long[] {0b110});
    box.limit(1, new long[] {0, 0b101000});
    Box point = Point.of(box);
    assertThat(atoms(point)).containsExactly(1, 67, 0);
    assertThat(point.isInside(box)).isTrue();
    assertThat(at(1, 67, 0).isInside(point)).isTrue();
    assertThat(point.isInside(at(1, 67, 0))).isTrue();
    assertThat(box.has(0, 2)).as("the box stays as it is").isTrue();
  }

  @Test
  void anotherAtomInOneDimensionIsAnotherPoint() {
    Box point = at(1, 67, 0);
    assertThat(atoms(Point.with(point, 1, 5))).containsExactly(1, 5, 0);
    assertThat(atoms(Point.with(point, 2, 1))).containsExactly(1, 67, 1);
    assertThat(atoms(point)).containsExactly(1, 67, 0);
  }

  @Test
  void aPathIsOnAPointWhenEachLayerHasAHit() {
    List<Hit> first = List.of(hit(0, 0b001), hit(0, 0b010));
    List<Hit> second = List.of(hit(2, 0b10));
    assertThat(Point.isHit(at(1, 0, 0), first)).isTrue();
    assertThat(Point.isHit(at(2, 0, 0), first)).isFalse();
    assertThat(Point.isHit(at(2, 0, 0), List.of())).isFalse();
    assertThat(Point.isOn(at(1, 0, 1), List.of(first, second))).isTrue();
    assertThat(Point.isOn(at(1, 0, 0), List.of(first, second))).isFalse();
    assertThat(Point.isOn(at(2, 0, 1), List.of(first, second))).isFalse();
    assertThat(Point.isOn(at(0, 0, 0), List.of())).isTrue();
  }

  /** A point is allowed as the evaluator decides the request that it stands for. */
  @Property(tries = 100)
  void policiesAllowAPointAsTheEvaluatorSays(@ForAll long seed) {
    Scenarios scenarios = new Scenarios(seed, false);
    Question question = scenarios.question();
    Answered asked = Answered.of(scenarios.policies(3), question);
    Space space = asked.model().space();
    Judge judge = new Judge(Catalog.builtIn(), question.side());
    Realizer realizer = new Realizer(space, question.context(), false);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Box point = space.everything();
      for (int d = 0; d < point.layout().dimensions(); d++) {
        point.limitTo(d, random.nextInt(point.layout().size(d)));
      }
      Request request = Point.isImpossible(point, space) ? null : realizer.realize(point).request();
      if (request != null) {
        Outcome judged = judge.outcome(asked.model().program(0).policies(), request);
        boolean may = Point.isAllowed(point, asked.wide());
        boolean must = Point.isAllowed(point, asked.strict());
        assertThat(may || judged != Outcome.ALWAYS).as(request + " " + judged).isTrue();
        assertThat(must && judged == Outcome.NEVER).as(request + " " + judged).isFalse();
      }
    }
  }

  @Test
  void theRulesOfAPointAreThoseOfItsPathsOnly() {
    Answered asked =
        Answered.of(
            Policies.set(
                Policies.key(
                    Answered.give("both", "kms:*"),
                    Answered.give("decrypt", "kms:Decrypt"),
                    Answered.give("encrypt", "kms:Encrypt"),
                    Answered.deny("deny", "kms:Encrypt")),
                Policies.identity(Answered.permit("identity", "kms:*crypt"))),
            Answered.may("kms:*crypt"));
    Set<String> allowed = new LinkedHashSet<>();
    for (int action = 0; action < asked.model().scope().actions().size(); action++) {
      Box point = Point.with(Point.of(asked.model().space().everything()), 0, action);
      String name = asked.model().scope().actions().name(action);
      List<String> sids =
          Point.rulesOn(point, asked.strict()).stream()
              .map(rule -> Answered.sid(rule.statement()))
              .toList();
      assertThat(sids)
          .containsExactly("both", name.equals("kms:Decrypt") ? "decrypt" : "encrypt", "identity");
      if (Point.isAllowed(point, asked.strict())) {
        allowed.add(name);
      }
    }
    assertThat(allowed).containsExactly("kms:Decrypt");
  }

  @Test
  void aPointThatTheSpaceExcludesIsNoRequest() {
    String key = "kms:grantisforawsresource";
    Answered asked =
        Answered.of(
            Policies.set(
                Policies.key(Answered.give("a", "kms:*", "'Null':{'" + key + "':'true'}"))),
            Answered.may("kms:*"));
    Space space = asked.model().space();
    Box present = space.everything();
    space.limit(present, new Term(key, Space.present()), true);
    Box some = Point.of(present);
    ActionSet actions = asked.model().scope().actions();
    Set<String> carrying = new LinkedHashSet<>();
    for (int action = 0; action < actions.size(); action++) {
      if (!Point.isImpossible(Point.with(some, 0, action), space)) {
        carrying.add(actions.name(action));
      }
    }
    assertThat(carrying).contains("kms:CreateGrant").doesNotContain("kms:Decrypt");
  }
}
