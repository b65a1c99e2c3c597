package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SomeTexts.literals;
import static dev.kmslint.access.exact.atom.SomeTexts.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullPredicateTest {
  private static final Seen ABSENT = new Seen.Absent();
  private static final Seen EMPTY = seen();

  @ParameterizedTest
  @CsvSource({
    "true, false, yes, maybe, no",
    "false, true, no, maybe, yes",
    "true, true, yes, yes, yes",
    "false, false, no, no, no"
  })
  void itTellsAbsentFromThereButIsNotSureOfAnEmptySet(
      boolean listsTrue, boolean listsFalse, String absent, String empty, String there) {
    Predicate predicate = new NullPredicate(listsTrue, listsFalse, false, null);
    assertThat(answer(predicate, ABSENT)).isEqualTo(absent);
    assertThat(answer(predicate, EMPTY)).isEqualTo(empty);
    assertThat(answer(predicate, seen("a"))).isEqualTo(there);
    assertThat(answer(predicate, seen("a", "b"))).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, maybe, maybe, maybe",
    "true, false, yes, maybe, maybe",
    "false, true, maybe, maybe, yes",
    "true, true, yes, yes, yes"
  })
  void aValueThatIsNeitherTrueNorFalseMayMeanEither(
      boolean listsTrue, boolean listsFalse, String absent, String empty, String there) {
    Predicate predicate = new NullPredicate(listsTrue, listsFalse, true, null);
    assertThat(answer(predicate, ABSENT)).isEqualTo(absent);
    assertThat(answer(predicate, EMPTY)).isEqualTo(empty);
    assertThat(answer(predicate, seen("a"))).isEqualTo(there);
  }

  private static String answer(Predicate predicate, Seen seen) {
    boolean must = predicate.must(seen);
    boolean may = predicate.may(seen);
    return must && may ? "yes" : must ? "impossible" : may ? "maybe" : "no";
  }

  @Test
  void aDerivedKeyIsAbsentForWhoDoesNotHaveIt() {
    ValueTest having = literals("user");
    Predicate absent = new NullPredicate(true, false, false, having);
    assertThat(absent.tests()).containsExactly(having);
    assertThat(answer(absent, seen("user"))).isEqualTo("no");
    assertThat(answer(absent, seen("service"))).isEqualTo("yes");
    Predicate there = new NullPredicate(false, true, false, having);
    assertThat(answer(there, seen("user"))).isEqualTo("yes");
    assertThat(answer(there, seen("service"))).isEqualTo("no");
  }

  @Test
  void itLooksAtNoValueOfAnyOtherKey() {
    assertThat(new NullPredicate(true, false, false, null).tests()).isEmpty();
  }

  @Test
  void itIsExactWhereNoAnswerIsMaybe() {
    for (boolean unsure : new boolean[] {false, true}) {
      for (boolean absent : new boolean[] {false, true}) {
        for (boolean there : new boolean[] {false, true}) {
          Predicate predicate = new NullPredicate(absent, there, unsure, null);
          assertThat(predicate.isExact()).isEqualTo(!unsure);
          assertThat(predicate.isExactOnSets()).isEqualTo(!unsure && absent == there);
        }
      }
    }
  }

  @Test
  void signaturesAreTheSameForTheSameMeaningOnly() {
    Set<String> signatures = new LinkedHashSet<>();
    for (ValueTest having : List.of(literals("a"), literals("b"))) {
      signatures.add(new NullPredicate(true, false, false, having).signature());
    }
    signatures.add(new NullPredicate(true, false, false, null).signature());
    signatures.add(new NullPredicate(true, false, true, null).signature());
    signatures.add(new NullPredicate(false, true, false, null).signature());
    assertThat(signatures).hasSize(5);
    assertThat(new NullPredicate(true, false, false, literals("a")).signature())
        .isEqualTo(new NullPredicate(true, false, false, literals("a")).signature());
  }
}
