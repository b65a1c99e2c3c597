package dev.kmslint.access.exact.box;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
  private final Layout layout = new Layout(new int[] {3, 64, 0, 130, 65});

  @ParameterizedTest
  @CsvSource({"0, 3, 0, 1", "1, 64, 1, 2", "2, 0, 2, 2", "3, 130, 2, 5", "4, 65, 5, 7"})
  void eachDimensionHasItsWordsBehindThoseBeforeIt(int dimension, int size, int from, int to) {
    assertThat(layout.size(dimension)).isEqualTo(size);
    assertThat(layout.from(dimension)).isEqualTo(from);
    assertThat(layout.to(dimension)).isEqualTo(to);
  }

  @Test
  void allWordsAreThoseOfTheDimensions() {
    assertThat(layout.dimensions()).isEqualTo(5);
    assertThat(layout.words()).isEqualTo(7);
    assertThat(new Layout(new int[0]).words()).isZero();
  }

  @Test
  void theBoxOfEverythingHasEachAtomAndNoBitBehindThem() {
    Box everything = Box.everything(layout);
    for (int d = 0; d < layout.dimensions(); d++) {
      for (int bit = 0; bit < 64 * (layout.to(d) - layout.from(d)); bit++) {
        assertThat(everything.has(d, bit)).as("%d of %d", bit, d).isEqualTo(bit < layout.size(d));
      }
    }
  }

  @Test
  void itDoesNotChangeWithTheSizesItWasGiven() {
    int[] sizes = {3};
    Layout one = new Layout(sizes);
    sizes[0] = 5;
    assertThat(one.size(0)).isEqualTo(3);
  }
}
