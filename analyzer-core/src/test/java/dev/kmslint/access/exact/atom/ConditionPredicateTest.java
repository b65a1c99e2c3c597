package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SomeTexts.literals;
import static dev.kmslint.access.exact.atom.SomeTexts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.ConditionPredicate.Doubt;
import dev.kmslint.policy.ConditionOperator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions whose list certainly names `a`, may name `b`, and does not name `c`. */
class ConditionPredicateTest {
  private static final Seen ABSENT = new Seen.Absent();
  private static final ValueTest SURE = literals("a");
  private static final ValueTest POSSIBLE = literals("a", "b");

  private static ConditionOperator operator(String name) {
    return Objects.requireNonNull(ConditionOperator.parse(name));
  }

  private static Predicate condition(String name) {
    return new ConditionPredicate(operator(name), SURE, POSSIBLE, Doubt.NONE, null, "");
  }

  /** A condition whose list is certain, but not what it does. */
  private static Predicate doubted(String name, Doubt doubt) {
    return new ConditionPredicate(operator(name), SURE, SURE, doubt, null, "");
  }

  private static String answer(Predicate predicate, Seen seen) {
    boolean must = predicate.must(seen);
    boolean may = predicate.may(seen);
    return must && may ? "yes" : must ? "impossible" : may ? "maybe" : "no";
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, no",
    "StringNotEquals, yes",
    "StringEqualsIfExists, yes",
    "StringNotEqualsIfExists, yes",
    "ForAllValues:StringEquals, yes",
    "ForAllValues:StringNotEquals, yes",
    "ForAnyValue:StringEquals, no",
    "ForAnyValue:StringNotEquals, no",
    "ForAnyValue:StringEqualsIfExists, yes"
  })
  void ofAMissingKeyTheOperatorAloneDecides(String name, String expected) {
    assertThat(answer(condition(name), ABSENT)).isEqualTo(expected);
    for (Doubt doubt : Doubt.values()) {
      assertThat(answer(doubted(name, doubt), ABSENT)).as("%s", doubt).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, yes, maybe, no",
    "StringNotEquals, no, maybe, yes",
    "StringNotEqualsIfExists, no, maybe, yes"
  })
  void aPossibleValueIsNeitherCertainToMatchNorNotTo(String name, String a, String b, String c) {
    assertThat(answer(condition(name), seen("a"))).isEqualTo(a);
    assertThat(answer(condition(name), seen("b"))).isEqualTo(b);
    assertThat(answer(condition(name), seen("c"))).isEqualTo(c);
  }

  /** What the operator's prefix says of values, if the policy's list is this one. */
  private static boolean holds(String name, List<String> values, Set<String> listed) {
    int hits = 0;
    for (String value : values) {
      hits += listed.contains(value) == name.contains("Not") ? 0 : 1;
    }
    return name.startsWith("ForAny") ? hits > 0 : hits == values.size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ForAllValues:StringEquals",
        "ForAllValues:StringNotEquals",
        "ForAnyValue:StringEquals",
        "ForAnyValue:StringNotEquals"
      })
  void aSetMatchesForCertainWhereItDoesWhateverTheListNames(String name) {
    for (int subset = 0; subset < 8; subset++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        if ((subset >> i & 1) != 0) {
          values.add("abc".substring(i, i + 1));
        }
      }
      Set<Boolean> answers = new LinkedHashSet<>();
      answers.add(holds(name, values, Set.of("a")));
      answers.add(holds(name, values, Set.of("a", "b")));
      String expected = answers.size() == 2 ? "maybe" : answers.contains(true) ? "yes" : "no";
      assertThat(answer(condition(name), new Seen.Given(values)))
          .as("%s", values)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"StringEquals", "StringNotEquals", "StringEqualsIfExists"})
  void withoutASetOperatorNothingIsCertainOfNoneOrSeveralValues(String name) {
    assertThat(answer(condition(name), seen())).isEqualTo("maybe");
    assertThat(answer(condition(name), seen("a", "a"))).isEqualTo("maybe");
    assertThat(answer(condition(name), seen("c", "d"))).isEqualTo("maybe");
    Predicate many = doubted(name, Doubt.NO_SET_OPERATOR);
    assertThat(answer(many, seen("a"))).as("one value of a multivalued key").isEqualTo("maybe");
    assertThat(answer(many, seen("c"))).isEqualTo("maybe");
  }

  @Test
  void withASetOperatorItsLackIsNoDoubt() {
    Predicate any = doubted("ForAnyValue:StringEquals", Doubt.NO_SET_OPERATOR);
    assertThat(answer(any, seen("a", "c"))).isEqualTo("yes");
    assertThat(answer(any, seen("c"))).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"StringEquals", "StringNotEquals", "ForAllValues:StringEquals"})
  void inFullDoubtNothingIsCertainOnceTheKeyIsThere(String name) {
    for (Seen there : List.of(seen("a"), seen("c"), seen())) {
      assertThat(answer(doubted(name, Doubt.EVERYTHING), there)).isEqualTo("maybe");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, maybe, no",
    "StringNotEquals, maybe, yes",
    "ForAnyValue:StringEquals, maybe, no",
    "ForAllValues:StringNotEquals, maybe, yes"
  })
  void ofAnotherTypeOnlyAMismatchIsCertain(String name, String listed, String other) {
    assertThat(answer(doubted(name, Doubt.TYPE), seen("a"))).isEqualTo(listed);
    assertThat(answer(doubted(name, Doubt.TYPE), seen("c"))).isEqualTo(other);
    Predicate both = new ConditionPredicate(operator(name), SURE, POSSIBLE, Doubt.TYPE, null, "");
    assertThat(answer(both, seen("b"))).isEqualTo("maybe");
  }

  @Test
  void whoLacksADerivedKeyIsAsIfItWereAbsent() {
    ValueTest having = literals("a", "c");
    Predicate equal =
        new ConditionPredicate(operator("StringEquals"), SURE, SURE, Doubt.NONE, having, "");
    assertThat(answer(equal, seen("a"))).isEqualTo("yes");
    assertThat(answer(equal, seen("c"))).isEqualTo("no");
    assertThat(answer(equal, seen("x"))).isEqualTo("no");
    Predicate doubt =
        new ConditionPredicate(
            operator("StringNotEquals"), SURE, SURE, Doubt.EVERYTHING, having, "");
    assertThat(answer(doubt, seen("x"))).isEqualTo("yes");
    assertThat(answer(doubt, seen("c"))).isEqualTo("maybe");
  }

  @Test
  void itNamesEverySetThatItLooksAtOnce() {
    ValueTest having = literals("z");
    ConditionOperator equals = operator("StringEquals");
    assertThat(new ConditionPredicate(equals, SURE, POSSIBLE, Doubt.NONE, having, "").tests())
        .containsExactly(SURE, POSSIBLE, having);
    assertThat(new ConditionPredicate(equals, SURE, SURE, Doubt.NONE, null, "").tests())
        .containsExactly(SURE);
  }

  @Test
  void itIsExactWhereItsListAndItsMeaningAreCertain() {
    assertThat(doubted("StringEquals", Doubt.NONE).isExact()).isTrue();
    assertThat(doubted("StringEquals", Doubt.TYPE).isExact()).isFalse();
    assertThat(condition("StringEquals").isExact()).isFalse();
    assertThat(doubted("StringEquals", Doubt.NONE).isExactOnSets()).isFalse();
    assertThat(doubted("ForAnyValue:StringEquals", Doubt.NONE).isExactOnSets()).isTrue();
    assertThat(condition("ForAnyValue:StringEquals").isExactOnSets()).isFalse();
  }

  @Test
  void aBoolIsExactWhereItIsSpeltAsRequestsSpellIt() {
    ValueTest loose = new ValueTest.Text(List.of(Pattern.literal("true").ignoringCase()));
    ValueTest number = new ValueTest.Ordered(ValueTest.Ordered.Order.LESS, List.of(), false);
    assertThat(exact("Bool", literals("true"), loose)).isTrue();
    assertThat(exact("Bool", literals("false", "true"), loose)).isTrue();
    assertThat(exact("Bool", literals("true", "True"), loose)).isFalse();
    assertThat(exact("Bool", loose, literals("true"))).isFalse();
    assertThat(exact("Bool", number, loose)).isFalse();
    assertThat(exact("StringEquals", literals("true"), loose)).isFalse();
  }

  private static boolean exact(String name, ValueTest strict, ValueTest wide) {
    return new ConditionPredicate(operator(name), strict, wide, Doubt.NONE, null, "").isExact();
  }

  @Test
  void signaturesAreTheSameForTheSameMeaningOnly() {
    Set<String> signatures = new LinkedHashSet<>();
    ValueTest having = literals("z");
    for (String name : List.of("StringEquals", "StringLike", "StringEqualsIfExists")) {
      signatures.add(condition(name).signature());
      signatures.add(doubted(name, Doubt.NONE).signature());
      signatures.add(doubted(name, Doubt.TYPE).signature());
      for (String source : List.of("", "${aws:username}")) {
        signatures.add(
            new ConditionPredicate(operator(name), SURE, SURE, Doubt.NONE, having, source)
                .signature());
      }
    }
    assertThat(signatures).hasSize(15);
    Predicate again =
        new ConditionPredicate(
            operator("stringequals"), literals("a"), literals("a", "b"), Doubt.NONE, null, "");
    assertThat(again.signature()).isEqualTo(condition("StringEquals").signature());
  }
}
