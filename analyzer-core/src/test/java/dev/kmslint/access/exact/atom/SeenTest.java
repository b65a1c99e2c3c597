package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTest {
  private static final ValueTest A = new ValueTest.Text(List.of(Pattern.literal("a")));
  private static final ValueTest B = new ValueTest.Text(List.of(Pattern.literal("b")));

  /** The same values, of which it is known whether they are in A and in B. */
  private static Seen known(List<String> values) {
    BitSet any = new BitSet();
    any.set(0, values.contains("a"));
    any.set(1, values.contains("b"));
    BitSet all = new BitSet();
    all.set(0, Stream.of("b", "c").noneMatch(values::contains));
    all.set(1, Stream.of("a", "c").noneMatch(values::contains));
    return new Seen.Known(values.size(), any, all, Map.of(A, 0, B, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "a, true, true, false, false",
    "b, false, false, true, true",
    "c, false, false, false, false",
    "a b, true, false, true, false",
    "a c, true, false, false, false",
  })
  void oneValueOrAllOfThemAreInASet(
      String text, boolean anyInA, boolean allInA, boolean anyInB, boolean allInB) {
    List<String> values = List.of(text.split(" "));
    for (Seen seen : List.of(new Seen.Given(values), known(values))) {
      assertThat(seen.size()).isEqualTo(values.size());
      assertThat(seen.any(A)).isEqualTo(anyInA);
      assertThat(seen.all(A)).isEqualTo(allInA);
      assertThat(seen.any(B)).isEqualTo(anyInB);
      assertThat(seen.all(B)).isEqualTo(allInB);
    }
  }

  @Test
  void ofNoValuesAllAreInEverySetAndNoneIs() {
    for (Seen none : List.of(new Seen.Given(List.of()), known(List.of()), new Seen.Absent())) {
      assertThat(none.any(A)).isFalse();
      assertThat(none.all(A)).isTrue();
    }
  }

  @Test
  void anAbsentKeyIsNotAKeyWithoutValues() {
    assertThat(new Seen.Absent().size()).isEqualTo(-1);
    assertThat(new Seen.Given(List.of()).size()).isZero();
  }

  @Test
  void whatIsKnownIsKnownOfItsOwnTestsOnly() {
    ValueTest equal = new ValueTest.Text(List.of(Pattern.literal("a")));
    assertThatThrownBy(() -> known(List.of("a")).any(equal))
        .isInstanceOf(IllegalStateException.class);
  }
}
