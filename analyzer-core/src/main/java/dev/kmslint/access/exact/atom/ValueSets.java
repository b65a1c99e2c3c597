package dev.kmslint.access.exact.atom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sets of values that a key with several values can hold, as far as tests tell them apart. */
final class ValueSets {
  /**
   * Sets that no test tells apart.
   *
   * @param values the smallest of them
   * @param any the tests that one of the values matches
   * @param all the tests that all of them match
   */
  record Set(List<String> values, BitSet any, BitSet all) {}

  private record Key(BitSet any, BitSet all) {}

  private ValueSets() {}

  /**
   * The empty set, and every union of single values.
   *
   * @param most after how many sets to give up; the result then is longer than that
   */
  static List<Set> closure(List<TextAtoms.Atom> values, int tests, int most) {
    BitSet everything = new BitSet(tests);
    everything.set(0, tests);
    List<Set> sets = new ArrayList<>();
    sets.add(new Set(List.of(), new BitSet(tests), everything));
    Map<Key, Set> known = new LinkedHashMap<>();
    ArrayDeque<Set> queue = new ArrayDeque<>();
    for (TextAtoms.Atom value : values) {
      Set one = new Set(List.of(value.texts().get(0)), value.truths(), value.truths());
      if (known.putIfAbsent(new Key(one.any(), one.all()), one) == null) {
        queue.add(one);
      }
    }
    while (!queue.isEmpty() && known.size() <= most) {
      Set set = queue.remove();
      for (TextAtoms.Atom value : values) {
        BitSet any = (BitSet) set.any().clone();
        any.or(value.truths());
        BitSet all = (BitSet) set.all().clone();
        all.and(value.truths());
        Key key = new Key(any, all);
        if (!known.containsKey(key)) {
          List<String> more = new ArrayList<>(set.values());
          more.add(value.texts().get(0));
          Set union = new Set(List.copyOf(more), any, all);
          known.put(key, union);
          queue.add(union);
        }
      }
    }
    sets.addAll(known.values());
    return sets;
  }
}
