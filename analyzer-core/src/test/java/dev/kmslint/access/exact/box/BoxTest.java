package dev.kmslint.access.exact.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Boxes against sets of points that are counted one by one. */
class BoxTest {
  private static final int[] SIZES = {3, 1, 70};
  private static final Layout LAYOUT = new Layout(SIZES);

  /** Which atoms each dimension has. */
  private static final class Atoms {
    private final boolean[][] has = new boolean[SIZES.length][];

    Atoms(Random random) {
      for (int d = 0; d < SIZES.length; d++) {
        has[d] = new boolean[SIZES[d]];
        for (int a = 0; a < SIZES[d]; a++) {
          has[d][a] = random.nextInt(3) > 0;
        }
      }
    }

    Box box() {
      Box box = Box.everything(LAYOUT);
      for (int d = 0; d < SIZES.length; d++) {
        long[] words = new long[(SIZES[d] + 63) / 64];
        for (int a = 0; a < SIZES[d]; a++) {
          words[a >> 6] |= has[d][a] ? 1L << a : 0;
        }
        box.limit(d, words);
      }
      return box;
    }

    boolean some(int dimension, IntPredicate test) {
      for (int a = 0; a < SIZES[dimension]; a++) {
        if (test.test(a)) {
          return true;
        }
      }
      return false;
    }
  }

  @RepeatedTest(200)
  void boxesAreSetsOfPoints(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Atoms one = new Atoms(random);
    Atoms other = new Atoms(random);
    Box a = one.box();
    Box b = other.box();
    boolean meets = true;
    boolean inside = true;
    for (int dimension = 0; dimension < SIZES.length; dimension++) {
      int d = dimension;
      boolean[] mine = one.has[d];
      boolean[] theirs = other.has[d];
      boolean meetsHere = one.some(d, i -> mine[i] && theirs[i]);
      boolean insideHere = !one.some(d, i -> mine[i] && !theirs[i]);
      assertThat(a.isEmptyIn(d)).isEqualTo(!one.some(d, i -> mine[i]));
      assertThat(a.meetsIn(d, b)).isEqualTo(meetsHere);
      assertThat(a.isInsideIn(d, b)).isEqualTo(insideHere);
      Box outside = a.copy();
      outside.limitToOutside(d, b);
      Box within = a.copy();
      within.limitToInside(d, b);
      for (int i = 0; i < SIZES[d]; i++) {
        assertThat(a.has(d, i)).isEqualTo(mine[i]);
        assertThat(a.and(b).has(d, i)).isEqualTo(mine[i] && theirs[i]);
        assertThat(outside.has(d, i)).isEqualTo(mine[i] && !theirs[i]);
        assertThat(within.has(d, i)).isEqualTo(mine[i] && theirs[i]);
      }
      meets &= meetsHere;
      inside &= insideHere;
    }
    assertThat(a.meets(b)).isEqualTo(meets);
    assertThat(a.isInside(b)).isEqualTo(inside);
    assertThat(a.isEmpty()).isEqualTo(a.isEmptyIn(0) || a.isEmptyIn(1) || a.isEmptyIn(2));
  }

  @Test
  void everythingHasEveryAtomAndNoOther() {
    Box box = Box.everything(LAYOUT);
    assertThat(box.has(2, 69)).isTrue();
    box.limitTo(2, 69);
    assertThat(box.first(2)).isEqualTo(69);
    box.limitTo(2, 0);
    assertThat(box.first(2)).isEqualTo(-1);
    assertThat(box.isEmpty()).isTrue();
    assertThat(Box.everything(LAYOUT).isInside(Box.everything(LAYOUT))).isTrue();
    assertThat(LAYOUT.words()).isEqualTo(4);
  }
}
