package dev.kmslint.access.exact.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.exact.Asked;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.Policies;
import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import dev.kmslint.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealizerTest {
  private static final int LETTERS = 18;
  private static final String USER = "arn:aws:iam::111122223333:user/u";

  private static String allow(String conditions) {
    return "{'Effect':'Allow','Principal':'*','Action':'kms:*','Resource':'*','Condition':{"
        + conditions
        + "}}";
  }

  private static Asked asked(String action, RequestContext context, String conditions) {
    Question question = Question.of(Asked.caller(USER), action, Policies.KEY).with(context);
    return Asked.of(Policies.set(Policies.key(allow(conditions))), question);
  }

  private static Request request(Asked asked, Box box) {
    RequestContext known = asked.scope.question().context();
    boolean ids = asked.language.callers().ids();
    Realizer realizer = new Realizer(asked.model.space(), known, ids);
    return Objects.requireNonNull(realizer.realize(box).request());
  }

  @Test
  void aRequestHoldsWhatTheAtomsOfItsPointStandFor() {
    Asked asked =
        asked(
            "kms:*Grant",
            RequestContext.OPEN,
            "'StringEquals':{'kms:ViaService':'rds'},'Bool':{'kms:GrantIsForAWSResource':'true'}");
    Space space = asked.model.space();
    assertThat(asked.points()).hasSizeGreaterThan(4);
    for (Box point : asked.points()) {
      Request request = request(asked, point);
      assertThat(request.caller().arn()).isEqualTo(USER);
      assertThat(request.resource()).isEqualTo(Policies.KEY);
      assertThat(request.action()).isEqualTo(space.actions().name(point.first(0)));
      for (Space.Slot slot : space.slots()) {
        Axis.Atom atom = slot.axis().atoms().get(point.first(slot.dimension()));
        if (Term.isKey(slot.name())) {
          List<String> values = atom.values();
          assertThat(request.context().pins().get(slot.name()))
              .isEqualTo(values == null ? ContextValue.ABSENT : new ContextValue.Fixed(values));
        }
      }
    }
  }

  @Test
  void whatTheQuestionSaysOfTheContextStaysAndWhatItLeavesOpenIsChosen() {
    RequestContext context =
        RequestContext.OPEN
            .with("kms:viaservice", new ContextValue.Open(false, List.of()))
            .with("aws:requestedregion", ContextValue.of("us-east-1"));
    Asked asked = asked("kms:Decrypt", context, "'StringEquals':{'kms:ViaService':'rds'}");
    for (Box point : asked.points()) {
      Request request = request(asked, point);
      assertThat(request.context().closed()).isTrue();
      assertThat(request.context().pins().get("kms:viaservice"))
          .isInstanceOf(ContextValue.Fixed.class);
      assertThat(request.context().pins().get("aws:requestedregion"))
          .isEqualTo(ContextValue.of("us-east-1"));
    }
  }

  @Test
  void aUserIdIsThereOnlyWhereAPolicyLooksAtIt() {
    Asked none = asked("kms:Decrypt", RequestContext.OPEN, "");
    assertThat(request(none, none.points().get(0)).context().pins())
        .doesNotContainKey("aws:userid");
    Asked some = asked("kms:Decrypt", RequestContext.OPEN, "'StringLike':{'aws:userid':'AIDA*'}");
    assertThat(request(some, some.points().get(0)).context().pins().get("aws:userid"))
        .isInstanceOfSatisfying(
            ContextValue.Fixed.class, id -> assertThat(id.values().get(0)).startsWith("AIDA"));
  }

  @Test
  void comparedKeysGetTheSameValueWhereTheyAreToBeEqual() {
    String tags = "'StringEquals':{'aws:PrincipalTag/a':'${aws:PrincipalTag/b}'}";
    Asked asked = asked("kms:Decrypt", RequestContext.OPEN, tags);
    Box equal = asked.model.matched().get(0).strict().get(0);
    List<Box> points = asked.points();
    points.removeIf(point -> !point.isInside(equal));
    assertThat(points).isNotEmpty();
    for (Box point : points) {
      Request request = request(asked, point);
      assertThat(request.context().pins().get("aws:principaltag/a"))
          .isInstanceOf(ContextValue.Fixed.class)
          .isEqualTo(request.context().pins().get("aws:principaltag/b"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"principal", "resource", "Resource"})
  void aKeyThatDoesNotExistIsNotTheCallerOrTheResource(String key) {
    Engine engine =
        Engine.compile(
            Catalog.builtIn(),
            Policies.set(Policies.key(allow("'StringLike':{'" + key + "':'*'}"))));
    Question question = Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY);
    assertThat(engine.answer(question).outcome()).isEqualTo(Outcome.NEVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:PrincipalTag/a=b", "aws:PrincipalTag/a = b", "aws:PrincipalTag/a"})
  void aKeysNameMayHoldAnything(String key) {
    Engine engine =
        Engine.compile(
            Catalog.builtIn(),
            Policies.set(Policies.key(allow("'StringLike':{'" + key + "':'x*'}"))));
    Question question = Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY);
    assertThat(engine.answer(question).outcome()).isEqualTo(Outcome.DEPENDS);
    assertThat(engine.answer(question).on()).contains(key.toLowerCase(Locale.ROOT));
  }

  /** A question about texts that are too many to tell apart: which of some letters they hold. */
  private static Asked manyTexts(String more) {
    List<String> statements = new ArrayList<>();
    for (char letter = 'a'; letter < 'a' + LETTERS; letter++) {
      statements.add(allow("'StringLike':{'aws:PrincipalTag/t':'*" + letter + "*'}"));
    }
    statements.add(allow("'StringLike':{'aws:PrincipalTag/t':'" + more + "'}"));
    return Asked.of(
        Policies.set(Policies.key(statements.toArray(new String[0]))),
        Question.of(Asked.caller(USER), "kms:Decrypt", Policies.KEY));
  }

  private static Term term(Asked asked, int statement) {
    Rule rule = asked.program.rules().get(statement);
    return rule.conditions(asked.language.compiler(), asked.scope.keys()).get(0).get(0);
  }

  private static Realizer.Result realize(Asked asked, Box box) {
    return new Realizer(asked.model.space(), RequestContext.OPEN, false).realize(box);
  }

  @RepeatedTest(20)
  void whereTextsAreTooManyToSplitItLooksForOne(RepetitionInfo repetition) {
    Asked asked = manyTexts("*");
    Space space = asked.model.space();
    assertThat(space.slot("aws:principaltag/t").axis().isSplit()).isFalse();
    Random random = new Random(repetition.getCurrentRepetition());
    Box box = space.everything();
    boolean[] wanted = new boolean[LETTERS];
    for (int i = 0; i < LETTERS; i++) {
      wanted[i] = random.nextBoolean();
      if (wanted[i]) {
        space.limit(box, term(asked, i), false);
      } else {
        space.limitToNot(box, term(asked, i), true);
      }
    }
    space.limit(box, term(asked, LETTERS), false);
    Request request = Objects.requireNonNull(realize(asked, box).request());
    assertThat(request.context().pins().get("aws:principaltag/t"))
        .isInstanceOfSatisfying(
            ContextValue.Fixed.class,
            fixed -> {
              for (int i = 0; i < LETTERS; i++) {
                String letter = String.valueOf((char) ('a' + i));
                assertThat(fixed.values().get(0).contains(letter)).isEqualTo(wanted[i]);
              }
            });
  }

  @Test
  void whatNoTextSatisfiesIsAConflictWhichNamesOnlyThat() {
    Asked asked = manyTexts("x*ab*");
    Space space = asked.model.space();
    Box box = space.everything();
    space.limit(box, term(asked, LETTERS), false);
    space.limitToNot(box, term(asked, 0), true);
    Realizer.Result result = realize(asked, box);
    assertThat(result.request()).isNull();
    Box conflict = Objects.requireNonNull(result.conflict());
    assertThat(box.isInside(conflict)).isTrue();
    assertThat(realize(asked, space.everything()).request()).isNotNull();
  }

  @Test
  void aTextThatIsToBeThereOrNotMayBeMissing() {
    Asked asked = manyTexts("*");
    Space space = asked.model.space();
    Box box = space.everything();
    space.limitToNot(box, term(asked, LETTERS), true);
    Request request = Objects.requireNonNull(realize(asked, box).request());
    assertThat(request.context().pins().get("aws:principaltag/t")).isEqualTo(ContextValue.ABSENT);
  }
}
