package dev.kmslint.access.exact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks all texts of a domain at once: the subset construction over the domain's patterns and the
 * patterns of every test. A state is the set of places in patterns that a text can have led to.
 *
 * <p>Two things keep the states few. Where a pattern takes every rest, the other patterns of its
 * test say nothing more. And a star covers the places before it whose characters it takes itself.
 */
final class TextSplitter {
  private final Pattern[] patterns;

  /** The test that each pattern belongs to; -1 for the domain. */
  private final int[] testOf;

  /** The first place of each pattern; one more at the end. */
  private final int[] offset;

  private final int[] patternAt;
  private final boolean[] marked;
  private final int tests;

  TextSplitter(List<Pattern> domain, List<ValueTest.Text> tests) {
    int count = domain.size();
    for (ValueTest.Text test : tests) {
      count += test.patterns().size();
    }
    this.tests = tests.size();
    patterns = new Pattern[count];
    testOf = new int[count];
    offset = new int[count + 1];
    int next = 0;
    for (Pattern pattern : domain) {
      next = put(next, pattern, -1);
    }
    for (int i = 0; i < tests.size(); i++) {
      for (Pattern pattern : tests.get(i).patterns()) {
        next = put(next, pattern, i);
      }
    }
    patternAt = new int[offset[count]];
    for (int p = 0; p < count; p++) {
      Arrays.fill(patternAt, offset[p], offset[p + 1], p);
    }
    marked = new boolean[offset[count]];
  }

  private int put(int index, Pattern pattern, int test) {
    patterns[index] = pattern;
    testOf[index] = test;
    offset[index + 1] = offset[index] + pattern.length() + 1;
    return index + 1;
  }

  /** The state of the empty text. */
  int[] start() {
    int[] found = new int[marked.length];
    int count = 0;
    for (int p = 0; p < patterns.length; p++) {
      count = mark(offset[p], found, count);
    }
    return reduced(found, count);
  }

  private int mark(int place, int[] found, int count) {
    int at = place;
    int size = count;
    while (!marked[at]) {
      marked[at] = true;
      found[size++] = at;
      Pattern pattern = patterns[patternAt[at]];
      int inside = at - offset[patternAt[at]];
      if (inside == pattern.length() || !Pattern.isStar(pattern.token(inside))) {
        break;
      }
      at++;
    }
    return size;
  }

  /** The state after one more character; null when no text of the domain goes on so. */
  int @Nullable [] step(int[] state, int c) {
    int[] found = new int[marked.length < 4 * state.length ? marked.length : 4 * state.length];
    int count = 0;
    boolean alive = false;
    for (int at : state) {
      int p = patternAt[at];
      int inside = at - offset[p];
      if (inside < patterns[p].length() && Pattern.accepts(patterns[p].token(inside), c)) {
        if (count + patterns[p].length() + 1 > found.length) {
          found = Arrays.copyOf(found, 2 * found.length + patterns[p].length());
        }
        int to = Pattern.isStar(patterns[p].token(inside)) ? at : at + 1;
        count = mark(to, found, count);
        alive |= testOf[p] < 0;
      }
    }
    if (!alive) {
      for (int i = 0; i < count; i++) {
        marked[found[i]] = false;
      }
      return null;
    }
    return reduced(found, count);
  }

  private int[] reduced(int[] found, int count) {
    int[] places = Arrays.copyOf(found, count);
    Arrays.sort(places);
    boolean anyOpen = false;
    for (int at : places) {
      marked[at] = false;
      anyOpen |= isOpen(at);
    }
    boolean[] open = anyOpen ? openTests(places) : null;
    int kept = count;
    int pattern = -1;
    int coveredFrom = 0;
    for (int i = count - 1; i >= 0; i--) {
      int at = places[i];
      int p = patternAt[at];
      if (p != pattern) {
        pattern = p;
        coveredFrom = Integer.MAX_VALUE;
      }
      int inside = at - offset[p];
      boolean said = open != null && open[testOf[p] + 1] && !isOpenPlace(p, inside);
      if (at >= coveredFrom || said) {
        continue;
      }
      if (inside < patterns[p].length() && Pattern.isStar(patterns[p].token(inside))) {
        coveredFrom = offset[p] + patterns[p].reach(inside);
      }
      places[--kept] = at;
    }
    return Arrays.copyOfRange(places, kept, count);
  }

  private boolean[] openTests(int[] places) {
    boolean[] open = new boolean[tests + 1];
    for (int at : places) {
      if (isOpen(at)) {
        open[testOf[patternAt[at]] + 1] = true;
      }
    }
    return open;
  }

  private boolean isOpen(int at) {
    int p = patternAt[at];
    return patterns[p].isOpenEnd(at - offset[p]);
  }

  private boolean isOpenPlace(int p, int inside) {
    return inside == patterns[p].length()
        ? inside > 0 && patterns[p].isOpenEnd(inside - 1)
        : patterns[p].isOpenEnd(inside);
  }

  /** Whether all that can follow a state matches one of the given tests. */
  boolean isForever(int[] state, BitSet given) {
    for (int at : state) {
      int test = testOf[patternAt[at]];
      if (test >= 0 && given.get(test) && isOpen(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the texts of a state are in the domain. */
  boolean isInDomain(int[] state) {
    for (int at : state) {
      int p = patternAt[at];
      if (testOf[p] < 0 && at - offset[p] == patterns[p].length()) {
        return true;
      }
    }
    return false;
  }

  /** The tests that the texts of a state match. */
  BitSet truths(int[] state) {
    BitSet truths = new BitSet(tests);
    for (int at : state) {
      int p = patternAt[at];
      if (testOf[p] >= 0 && at - offset[p] == patterns[p].length()) {
        truths.set(testOf[p]);
      }
    }
    return truths;
  }

  /** One character of each kind that a state tells apart; of a kind of several, up to a number. */
  String symbols(int[] state, int perKind) {
    StringBuilder symbols = new StringBuilder();
    for (int at : state) {
      int p = patternAt[at];
      int inside = at - offset[p];
      if (inside < patterns[p].length() && patterns[p].token(inside) >= 0) {
        char c = (char) Pattern.namedBy(patterns[p].token(inside));
        addOnce(symbols, c);
        if (patterns[p].token(inside) != c) {
          addOnce(symbols, Character.toUpperCase(c));
        }
      }
    }
    int named = symbols.length();
    for (int g = 0; g < Chars.groupCount(); g++) {
      String group = Chars.group(g);
      int taken = 0;
      for (int i = 0; i < group.length() && taken < perKind; i++) {
        int known = symbols.indexOf(String.valueOf(group.charAt(i)));
        if (known < 0 || known >= named) {
          symbols.append(group.charAt(i));
          taken++;
        }
      }
    }
    return symbols.toString();
  }

  private static void addOnce(StringBuilder symbols, char c) {
    for (int i = 0; i < symbols.length(); i++) {
      if (symbols.charAt(i) == c) {
        return;
      }
    }
    symbols.append(c);
  }

  /** A state that can be found again. */
  static final class StateKey {
    final int[] places;
    private final int hash;

    StateKey(int[] places) {
      this.places = places;
      this.hash = Arrays.hashCode(places);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof StateKey key && key.hash == hash && Arrays.equals(key.places, places);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
