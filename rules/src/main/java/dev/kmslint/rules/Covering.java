package dev.kmslint.rules;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each entry of a list another one that covers it. An entry can only be covered by one
 * whose text before its first wildcard it begins with: these stand together in the order of their
 * texts. And then a text that the entry matches has to match the other one, too.
 */
final class Covering {
  /** How many pairs of a list are looked at. A list with more of them is not looked at further. */
  static final int MOST_PAIRS = 1_000_000;

  private static final char ANY = '\u0001';

  private final List<Covered.Item> items;
  private final List<int[]> tokens = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private final int[] by;
  private int pairs;

  Covering(List<Covered.Item> items) {
    this.items = items;
    this.by = new int[items.size()];
    for (int i = 0; i < by.length; i++) {
      Glob possible = items.get(i).possible();
      int[] own = possible == null ? new int[0] : possible.tokens();
      tokens.add(own);
      samples.add(sample(own));
      order.add(i);
    }
    order.sort(new Texts());
  }

  private final class Texts implements Comparator<Integer> {
    @Override
    public int compare(Integer one, Integer other) {
      return compareStarts(tokens.get(one), tokens.get(other), Integer.MAX_VALUE);
    }
  }

  /** A text that a pattern matches. */
  private static String sample(int[] pattern) {
    StringBuilder text = new StringBuilder();
    for (int token : pattern) {
      text.append(token >= 0 ? (char) token : ANY);
    }
    return text.toString();
  }

  /** Compares the first so many tokens. */
  private static int compareStarts(int[] one, int[] other, int length) {
    for (int i = 0; i < length; i++) {
      if (i == one.length || i == other.length) {
        return Integer.compare(Math.min(one.length, length), Math.min(other.length, length));
      }
      if (one[i] != other[i]) {
        return Integer.compare(one[i], other[i]);
      }
    }
    return 0;
  }

  /** For each entry one that covers it; -1 for those that none covers. */
  int[] by() {
    Map<Glob, Integer> first = new HashMap<>();
    for (int i = 0; i < by.length; i++) {
      Glob pattern = items.get(i).pattern();
      Integer same = pattern == null ? null : first.putIfAbsent(pattern, i);
      by[i] = same == null ? -1 : same;
    }
    for (int wide = 0; wide < by.length && pairs < MOST_PAIRS; wide++) {
      Glob pattern = items.get(wide).pattern();
      if (pattern != null && !pattern.isLiteral() && by[wide] < 0) {
        cover(wide, pattern);
      }
    }
    return by;
  }

  private void cover(int wide, Glob pattern) {
    int[] start = pattern.tokens();
    int plain = 0;
    while (plain < start.length && start[plain] >= 0) {
      plain++;
    }
    for (int at = from(start, plain); at < order.size() && pairs < MOST_PAIRS; at++) {
      int i = order.get(at);
      if (compareStarts(tokens.get(i), start, plain) != 0) {
        return;
      }
      pairs++;
      Glob narrow = i == wide || by[i] >= 0 ? null : items.get(i).possible();
      if (narrow != null && pattern.matches(samples.get(i)) && pattern.covers(narrow)) {
        by[i] = i < wide && narrow.covers(pattern) ? -1 : wide;
      }
    }
  }

  /** The first place in the order whose entry does not stand before a beginning. */
  private int from(int[] start, int plain) {
    int low = 0;
    int high = order.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compareStarts(tokens.get(order.get(middle)), start, plain) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
