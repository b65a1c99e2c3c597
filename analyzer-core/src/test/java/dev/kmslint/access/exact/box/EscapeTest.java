package dev.kmslint.access.exact.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EscapeTest {
  private static final int[] SIZES = {3, 2, 70, 2};

  private static Box random(Layout layout, Random random) {
    Box box = Box.everything(layout);
    for (int d = 0; d < SIZES.length; d++) {
      if (random.nextInt(3) > 0) {
        long[] atoms = new long[(SIZES[d] + 63) / 64];
        for (int w = 0; w < atoms.length; w++) {
          atoms[w] = random.nextInt(3) == 0 ? random.nextLong() : random.nextLong() | 0xffL;
        }
        box.limit(d, atoms);
      }
    }
    return box;
  }

  @Property(tries = 500)
  void findsARequestExactlyWhenThereIsOne(@ForAll long seed) {
    Random random = new Random(seed);
    Layout layout = new Layout(SIZES);
    Box box = random(layout, random);
    List<Box> others = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      others.add(random(layout, random));
    }
    boolean exists = false;
    int[] at = new int[SIZES.length];
    for (int n = 0; n < 3 * 2 * 70 * 2; n++) {
      int rest = n;
      for (int d = 0; d < SIZES.length; d++) {
        at[d] = rest % SIZES[d];
        rest /= SIZES[d];
      }
      exists |= isIn(box, at) && others.stream().noneMatch(other -> isIn(other, at));
    }
    Escape escape = new Escape();
    Box found = escape.outside(box, others);
    assertThat(escape.isExhausted()).isFalse();
    assertThat(found != null).isEqualTo(exists);
    if (found != null) {
      assertThat(found.isEmpty()).isFalse();
      assertThat(found.isInside(box)).isTrue();
      assertThat(others).noneMatch(found::meets);
    }
  }

  @Property(tries = 200)
  void branchesAsFarAsItMust(@ForAll long seed) {
    Random random = new Random(seed);
    int[] sizes = new int[7];
    java.util.Arrays.fill(sizes, 2);
    Layout layout = new Layout(sizes);
    List<Box> others = new ArrayList<>();
    for (int i = 20 + random.nextInt(16); i > 0; i--) {
      Box other = Box.everything(layout);
      for (int k = 0; k < 3; k++) {
        int d = random.nextInt(7);
        if (!other.isEmptyIn(d) && other.has(d, 0) && other.has(d, 1)) {
          other.limitTo(d, random.nextInt(2));
        }
      }
      others.add(other);
    }
    boolean exists = false;
    for (int n = 0; n < 128; n++) {
      int[] at = new int[7];
      for (int d = 0; d < 7; d++) {
        at[d] = n >> d & 1;
      }
      exists |= others.stream().noneMatch(other -> isIn(other, at));
    }
    assertThat(new Escape().outside(Box.everything(layout), others) != null).isEqualTo(exists);
  }

  /** That two of so many pigeons sit in the same of so many holes, for each two and each hole. */
  private static List<Box> sharedHoles(Layout pigeons) {
    List<Box> shared = new ArrayList<>();
    for (int one = 0; one < pigeons.dimensions(); one++) {
      for (int other = 0; other < one; other++) {
        for (int hole = 0; hole < pigeons.size(one); hole++) {
          Box box = Box.everything(pigeons);
          box.limitTo(one, hole);
          box.limitTo(other, hole);
          shared.add(box);
        }
      }
    }
    return shared;
  }

  private static Layout pigeons(int pigeons, int holes) {
    int[] sizes = new int[pigeons];
    java.util.Arrays.fill(sizes, holes);
    return new Layout(sizes);
  }

  @Test
  void whereEachHasItsOwnHoleIsFound() {
    Layout five = pigeons(5, 5);
    Box found =
        Objects.requireNonNull(new Escape().outside(Box.everything(five), sharedHoles(five)));
    List<Integer> holes = IntStream.range(0, 5).mapToObj(found::first).toList();
    assertThat(holes).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void aSearchEndsWithOrWithoutAnAnswer() {
    Layout six = pigeons(6, 5);
    Escape complete = new Escape();
    assertThat(complete.outside(Box.everything(six), sharedHoles(six))).isNull();
    assertThat(complete.isExhausted()).isFalse();
    Layout many = pigeons(10, 9);
    Escape exhausted = new Escape();
    assertThat(exhausted.outside(Box.everything(many), sharedHoles(many))).isNull();
    assertThat(exhausted.isExhausted()).isTrue();
  }

  @Test
  void whatItIsGivenStaysAsItIs() {
    Layout two = pigeons(2, 2);
    Box box = Box.everything(two);
    Box other = Box.everything(two);
    other.limitTo(0, 0);
    List<Box> others = new ArrayList<>(List.of(other));
    Box found = Objects.requireNonNull(new Escape().outside(box, others));
    assertThat(found.first(0)).isEqualTo(1);
    assertThat(Box.everything(two).isInside(box)).isTrue();
    assertThat(others).containsExactly(other);
    assertThat(other.first(0)).isZero();
  }

  @Test
  void nothingIsOutsideInAnEmptyBox() {
    Layout two = pigeons(2, 2);
    Box empty = Box.everything(two);
    empty.limit(0, new long[] {0});
    assertThat(new Escape().outside(empty, List.of())).isNull();
    assertThat(new Escape().outside(Box.everything(two), List.of())).isNotNull();
  }

  private static boolean isIn(Box box, int[] at) {
    for (int d = 0; d < at.length; d++) {
      if (!box.has(d, at[d])) {
        return false;
      }
    }
    return true;
  }
}
