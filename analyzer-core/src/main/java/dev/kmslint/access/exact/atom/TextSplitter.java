package dev.kmslint.access.exact.atom;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks all texts of a domain at once: the subset construction over the domain's patterns and the
 * patterns of every test. A state is the set of places in patterns that a text can have led to.
 *
 * <p>Three things keep the states few and small. Equal patterns are walked once, whichever tests
 * they belong to. Where a pattern takes every rest, the other patterns of its test say nothing
 * more. And a star covers the places before it whose characters it takes itself.
 */
final class TextSplitter {
  private final Pattern[] patterns;

  /**
   * The tests that each pattern belongs to; one more than them for the domain's, which stand first.
   */
  private final int[][] testsOf;

  private final int domain;

  /** The first place of each pattern; one more at the end. */
  private final int[] offset;

  private final int[] patternAt;
  private final boolean[] marked;
  private final int[] found;
  private final int tests;

  TextSplitter(List<Pattern> domain, List<ValueTest.Text> tests) {
    this.tests = tests.size();
    this.domain = domain.size();
    Map<Pattern, BitSet> owners = new LinkedHashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      for (Pattern pattern : tests.get(i).patterns()) {
        owners.computeIfAbsent(pattern, any -> new BitSet()).set(i);
      }
    }
    int count = this.domain + owners.size();
    patterns = new Pattern[count];
    testsOf = new int[count][];
    offset = new int[count + 1];
    int next = 0;
    for (Pattern pattern : domain) {
      next = put(next, pattern, new int[] {this.tests});
    }
    for (Map.Entry<Pattern, BitSet> entry : owners.entrySet()) {
      next = put(next, entry.getKey(), entry.getValue().stream().toArray());
    }
    patternAt = new int[offset[count]];
    for (int p = 0; p < count; p++) {
      Arrays.fill(patternAt, offset[p], offset[p + 1], p);
    }
    marked = new boolean[offset[count]];
    found = new int[offset[count]];
  }

  private int put(int index, Pattern pattern, int[] owners) {
    patterns[index] = pattern;
    testsOf[index] = owners;
    offset[index + 1] = offset[index] + pattern.length() + 1;
    return index + 1;
  }

  /** The state of the empty text. */
  int[] start() {
    int count = 0;
    for (int p = 0; p < patterns.length; p++) {
      count = mark(offset[p], count);
    }
    return reduced(count);
  }

  /** Adds a place and those that stars lead on to; places are added in order. */
  private int mark(int place, int count) {
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
    int count = 0;
    for (int at : state) {
      int p = patternAt[at];
      if (count == 0 && p >= domain) {
        return null;
      }
      int inside = at - offset[p];
      if (inside < patterns[p].length() && Pattern.accepts(patterns[p].token(inside), c)) {
        count = mark(Pattern.isStar(patterns[p].token(inside)) ? at : at + 1, count);
      }
    }
    return count == 0 ? null : reduced(count);
  }

  private int[] reduced(int count) {
    boolean anyOpen = false;
    for (int i = 0; i < count; i++) {
      marked[found[i]] = false;
      anyOpen |= isOpen(found[i]);
    }
    BitSet open = anyOpen ? openTests(count) : null;
    int kept = count;
    int pattern = -1;
    int coveredFrom = 0;
    for (int i = count - 1; i >= 0; i--) {
      int at = found[i];
      int p = patternAt[at];
      if (p != pattern) {
        pattern = p;
        coveredFrom = Integer.MAX_VALUE;
      }
      int inside = at - offset[p];
      boolean said = open != null && isSaid(p, open) && !isOpenPlace(p, inside);
      if (at >= coveredFrom || said) {
        continue;
      }
      if (inside < patterns[p].length() && Pattern.isStar(patterns[p].token(inside))) {
        coveredFrom = offset[p] + patterns[p].reach(inside);
      }
      found[--kept] = at;
    }
    return Arrays.copyOfRange(found, kept, count);
  }

  private BitSet openTests(int count) {
    BitSet open = new BitSet(tests + 1);
    for (int i = 0; i < count; i++) {
      if (isOpen(found[i])) {
        addTests(patternAt[found[i]], open);
      }
    }
    return open;
  }

  private void addTests(int pattern, BitSet to) {
    for (int test : testsOf[pattern]) {
      to.set(test);
    }
  }

  /** Whether all tests of a pattern are known to match whatever follows. */
  private boolean isSaid(int pattern, BitSet open) {
    for (int test : testsOf[pattern]) {
      if (!open.get(test)) {
        return false;
      }
    }
    return true;
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
      if (isOpen(at)) {
        for (int test : testsOf[patternAt[at]]) {
          if (given.get(test)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether the texts of a state are in the domain. */
  boolean isInDomain(int[] state) {
    for (int at : state) {
      int p = patternAt[at];
      if (p < domain && at - offset[p] == patterns[p].length()) {
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
      if (p >= domain && at - offset[p] == patterns[p].length()) {
        addTests(p, truths);
      }
    }
    return truths;
  }

  /**
   * One character of each kind that a state tells apart; of a kind of several, up to a number.
   * Where the domain goes on with certain characters only, the others lead nowhere.
   */
  String symbols(int[] state, int perKind) {
    StringBuilder symbols = new StringBuilder();
    boolean certain = true;
    for (int at : state) {
      int p = patternAt[at];
      if (p >= domain && certain) {
        return symbols.toString();
      }
      int inside = at - offset[p];
      if (inside == patterns[p].length()) {
        continue;
      }
      int token = patterns[p].token(inside);
      if (token < 0) {
        certain = false;
      } else {
        char c = (char) Pattern.namedBy(token);
        addOnce(symbols, c);
        if (token != c) {
          addOnce(symbols, Character.toUpperCase(c));
        }
      }
    }
    if (certain) {
      return symbols.toString();
    }
    for (int g = 0; g < Chars.groupCount(); g++) {
      String group = Chars.group(g);
      int taken = 0;
      for (int i = 0; i < group.length() && taken < perKind; i++) {
        if (indexOf(symbols, group.charAt(i)) < 0) {
          symbols.append(group.charAt(i));
          taken++;
        }
      }
    }
    return symbols.toString();
  }

  private static void addOnce(StringBuilder symbols, char c) {
    if (indexOf(symbols, c) < 0) {
      symbols.append(c);
    }
  }

  private static int indexOf(StringBuilder symbols, char c) {
    for (int i = 0; i < symbols.length(); i++) {
      if (symbols.charAt(i) == c) {
        return i;
      }
    }
    return -1;
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
