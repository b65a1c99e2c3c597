package dev.kmslint.source;

/** Where the characters of a text stand in a file: offsets, and one more for the text's end. */
final class Places {
  private final int[] offsets;

  Places(int[] offsets) {
    this.offsets = offsets;
  }

  /** The offset of a character; that of the end for the text's length. */
  int of(int index) {
    return offsets[index];
  }

  /** Where the characters of a text inside this one stand. */
  Places of(int[] inner) {
    int[] places = new int[inner.length];
    for (int i = 0; i < inner.length; i++) {
      places[i] = offsets[inner[i]];
    }
    return new Places(places);
  }
}
