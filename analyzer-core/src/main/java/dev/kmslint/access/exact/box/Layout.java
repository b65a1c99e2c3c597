package dev.kmslint.access.exact.box;

/** Where each dimension's bits stand in a box. */
public final class Layout {
  private final int[] sizes;
  private final int[] offset;

  /**
   * @param sizes how many atoms each dimension has
   */
  public Layout(int[] sizes) {
    this.sizes = sizes.clone();
    offset = new int[sizes.length + 1];
    for (int d = 0; d < sizes.length; d++) {
      offset[d + 1] = offset[d] + (sizes[d] + 63) / 64;
    }
  }

  public int dimensions() {
    return sizes.length;
  }

  public int size(int dimension) {
    return sizes[dimension];
  }

  /** The first word of a dimension. */
  int from(int dimension) {
    return offset[dimension];
  }

  /** The word after a dimension's last one. */
  int to(int dimension) {
    return offset[dimension + 1];
  }

  int words() {
    return offset[sizes.length];
  }
}
