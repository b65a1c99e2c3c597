package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The sets of values against every subset of the values. */
class ValueSetsTest {
  private static final int TESTS = 3;

  private static List<TextAtoms.Atom> values(Random random) {
    List<TextAtoms.Atom> values = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      BitSet truths = new BitSet(TESTS);
      for (int t = 0; t < TESTS; t++) {
        truths.set(t, random.nextBoolean());
      }
      values.add(new TextAtoms.Atom(List.of("v" + i), truths));
    }
    return values;
  }

  private static String truths(List<TextAtoms.Atom> some) {
    BitSet any = new BitSet();
    BitSet all = new BitSet();
    all.set(0, TESTS);
    for (TextAtoms.Atom value : some) {
      any.or(value.truths());
      all.and(value.truths());
    }
    return (some.isEmpty() ? "none " : "some ") + any + all;
  }

  @RepeatedTest(100)
  void everySubsetIsLikeOneOfTheSets(RepetitionInfo repetition) {
    List<TextAtoms.Atom> values = values(new Random(repetition.getCurrentRepetition()));
    TreeSet<String> expected = new TreeSet<>();
    for (int subset = 0; subset < 1 << values.size(); subset++) {
      List<TextAtoms.Atom> some = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        if ((subset >> i & 1) != 0) {
          some.add(values.get(i));
        }
      }
      expected.add(truths(some));
    }
    TreeSet<String> found = new TreeSet<>();
    for (ValueSets.Set set : ValueSets.closure(values, TESTS, 1_000)) {
      found.add((set.values().isEmpty() ? "none " : "some ") + set.any() + set.all());
      List<TextAtoms.Atom> named = new ArrayList<>();
      for (TextAtoms.Atom value : values) {
        if (set.values().contains(value.texts().get(0))) {
          named.add(value);
        }
      }
      assertThat(truths(named)).endsWith(" " + set.any() + set.all());
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void itGivesUpWhereThereAreTooMany() {
    List<TextAtoms.Atom> values = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      BitSet truths = new BitSet();
      truths.set(i);
      values.add(new TextAtoms.Atom(List.of("v" + i), truths));
    }
    assertThat(ValueSets.closure(values, 12, 100)).hasSizeBetween(102, 120);
  }
}
