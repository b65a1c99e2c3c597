package dev.kmslint.access.exact.atom;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** What a request holds on one axis, as far as predicates look at it. */
public interface Seen {
  /** How many values there are; -1 when the key is absent. */
  int size();

  /** Whether one of the values is in a set. */
  boolean any(ValueTest test);

  /** Whether all of the values are in a set; so also when there are none. */
  boolean all(ValueTest test);

  /** Values at hand. */
  record Given(List<String> values) implements Seen {
    @Override
    public int size() {
      return values.size();
    }

    @Override
    public boolean any(ValueTest test) {
      for (String value : values) {
        if (test.matches(value)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean all(ValueTest test) {
      for (String value : values) {
        if (!test.matches(value)) {
          return false;
        }
      }
      return true;
    }
  }

  /** No value: the key is absent. */
  record Absent() implements Seen {
    @Override
    public int size() {
      return -1;
    }

    @Override
    public boolean any(ValueTest test) {
      return false;
    }

    @Override
    public boolean all(ValueTest test) {
      return true;
    }
  }

  /**
   * Values of which it is known which tests they match.
   *
   * @param any the tests that one of the values matches
   * @param all the tests that all of them match
   * @param index the number of each test
   */
  record Known(int size, BitSet any, BitSet all, Map<ValueTest, Integer> index) implements Seen {
    @Override
    public boolean any(ValueTest test) {
      return any.get(number(test));
    }

    @Override
    public boolean all(ValueTest test) {
      return all.get(number(test));
    }

    private int number(ValueTest test) {
      Integer number = index.get(test);
      if (number == null) {
        throw new IllegalStateException("a test that its axis does not know");
      }
      return number;
    }
  }
}
