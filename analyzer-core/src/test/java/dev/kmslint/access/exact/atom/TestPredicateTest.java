package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SomeTexts.literals;
import static dev.kmslint.access.exact.atom.SomeTexts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A set that certainly holds `a`, may hold `b`, and does not hold `c`. */
class TestPredicateTest {
  private static final ValueTest SURE = literals("a");
  private static final ValueTest POSSIBLE = literals("a", "b");

  @ParameterizedTest
  @CsvSource({
    "a, true, true, false, false",
    "b, false, true, false, true",
    "c, false, false, true, true"
  })
  void whatMayBeInsideMayAlsoBeOutside(
      String value, boolean mustBeIn, boolean mayBeIn, boolean mustBeOut, boolean mayBeOut) {
    Predicate in = new TestPredicate(SURE, POSSIBLE, false, "");
    assertThat(in.must(seen(value))).isEqualTo(mustBeIn);
    assertThat(in.may(seen(value))).isEqualTo(mayBeIn);
    Predicate out = new TestPredicate(SURE, POSSIBLE, true, "");
    assertThat(out.must(seen(value))).isEqualTo(mustBeOut);
    assertThat(out.may(seen(value))).isEqualTo(mayBeOut);
  }

  @Test
  void ofOneSetEverythingIsCertain() {
    Predicate in = new TestPredicate(SURE);
    assertThat(in.isExact()).isTrue();
    assertThat(in.isExactOnSets()).isTrue();
    assertThat(in.tests()).containsExactly(SURE);
    assertThat(in.must(seen("a"))).isTrue();
    assertThat(in.must(seen("b"))).isFalse();
    assertThat(in.may(seen("b"))).isFalse();
  }

  @Test
  void ofTwoSetsItIsNot() {
    Predicate in = new TestPredicate(SURE, POSSIBLE, false, "");
    assertThat(in.isExact()).isFalse();
    assertThat(in.tests()).containsExactly(SURE, POSSIBLE);
  }

  @Test
  void signaturesAreTheSameForTheSameMeaningOnly() {
    Set<String> signatures =
        Set.of(
            new TestPredicate(SURE).signature(),
            new TestPredicate(POSSIBLE).signature(),
            new TestPredicate(SURE, POSSIBLE, false, "").signature(),
            new TestPredicate(SURE, POSSIBLE, true, "").signature(),
            new TestPredicate(SURE, POSSIBLE, true, "a.json:3").signature());
    assertThat(signatures).hasSize(5);
    assertThat(new TestPredicate(literals("a")).signature())
        .isEqualTo(new TestPredicate(SURE).signature());
  }
}
