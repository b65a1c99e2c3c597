package dev.kmslint.cli;

import dev.kmslint.run.Progress;
import java.io.PrintStream;

/** A line on a terminal that tells how far a run is: from the second second on, and then gone. */
final class ProgressLine implements Progress {
  private static final long FIRST_MILLIS = 1_000;
  private static final long NEXT_MILLIS = 100;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintStream err;
  private long nextMillis;
  private boolean shown;

  ProgressLine(PrintStream err) {
    this.err = err;
    this.nextMillis = millis() + FIRST_MILLIS;
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void step(String what, int done, int all) {
    step(what, done, all, millis());
  }

  /**
   * The same at a time.
   *
   * @param now milliseconds of a clock that never goes back
   */
  void step(String what, int done, int all, long now) {
    if (now >= nextMillis) {
      err.print(CLEAR + "kmslint: " + what + ", " + done + " of " + all);
      err.flush();
      shown = true;
      nextMillis = now + NEXT_MILLIS;
    }
  }

  /** Takes the line away. */
  void end() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
      shown = false;
    }
  }
}
