package dev.kmslint.access.exact.box;

/** A set of requests: in each dimension, a set of atoms. */
public final class Box {
  private final Layout layout;
  private final long[] words;

  Box(Layout layout, long[] words) {
    this.layout = layout;
    this.words = words;
  }

  /** All requests. */
  public static Box everything(Layout layout) {
    long[] words = new long[layout.words()];
    for (int d = 0; d < layout.dimensions(); d++) {
      for (int w = layout.from(d); w < layout.to(d); w++) {
        int left = layout.size(d) - 64 * (w - layout.from(d));
        words[w] = left >= 64 ? -1L : (1L << left) - 1;
      }
    }
    return new Box(layout, words);
  }

  public Layout layout() {
    return layout;
  }

  public Box copy() {
    return new Box(layout, words.clone());
  }

  /** Keeps only these atoms of a dimension. */
  public void limit(int dimension, long[] atoms) {
    int from = layout.from(dimension);
    for (int w = from; w < layout.to(dimension); w++) {
      words[w] &= atoms[w - from];
    }
  }

  /** Keeps only one atom of a dimension. */
  public void limitTo(int dimension, int atom) {
    int from = layout.from(dimension);
    for (int w = from; w < layout.to(dimension); w++) {
      words[w] &= w - from == atom >> 6 ? 1L << atom : 0;
    }
  }

  /** Takes another box's atoms out of a dimension. */
  public void limitToOutside(int dimension, Box other) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      words[w] &= ~other.words[w];
    }
  }

  /** Keeps only another box's atoms of a dimension. */
  void limitToInside(int dimension, Box other) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      words[w] &= other.words[w];
    }
  }

  /** Whether a dimension has no atom left. */
  public boolean isEmptyIn(int dimension) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      if (words[w] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds no request. */
  public boolean isEmpty() {
    for (int d = 0; d < layout.dimensions(); d++) {
      if (isEmptyIn(d)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this and another box share an atom of a dimension. */
  boolean meetsIn(int dimension, Box other) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      if ((words[w] & other.words[w]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether this and another box share a request. */
  public boolean meets(Box other) {
    for (int d = 0; d < layout.dimensions(); d++) {
      if (!meetsIn(d, other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether another box has all of this one's atoms of a dimension. */
  boolean isInsideIn(int dimension, Box other) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      if ((words[w] & ~other.words[w]) != 0) {
        return false;
      }
    }
    return true;
  }

  public boolean isInside(Box other) {
    for (int w = 0; w < words.length; w++) {
      if ((words[w] & ~other.words[w]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The requests in both. */
  public Box and(Box other) {
    long[] both = new long[words.length];
    for (int w = 0; w < both.length; w++) {
      both[w] = words[w] & other.words[w];
    }
    return new Box(layout, both);
  }

  /** The first atom of a dimension; -1 when there is none. */
  public int first(int dimension) {
    for (int w = layout.from(dimension); w < layout.to(dimension); w++) {
      if (words[w] != 0) {
        return 64 * (w - layout.from(dimension)) + Long.numberOfTrailingZeros(words[w]);
      }
    }
    return -1;
  }

  public boolean has(int dimension, int atom) {
    return (words[layout.from(dimension) + (atom >> 6)] & 1L << atom) != 0;
  }
}
