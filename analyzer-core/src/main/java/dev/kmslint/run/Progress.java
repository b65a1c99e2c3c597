package dev.kmslint.run;

/** Is told how far a run is. */
public interface Progress {
  /**
   * A step begins.
   *
   * @param what what is done in steps: {@code reading files}
   * @param done how many steps are behind
   * @param all how many there are
   */
  void step(String what, int done, int all);
}
