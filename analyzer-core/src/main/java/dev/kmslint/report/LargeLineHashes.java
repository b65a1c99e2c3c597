package dev.kmslint.report;

import dev.kmslint.lint.Finding;
import dev.kmslint.source.LargeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of {@link LineHashes} for some lines of a text that is too large to be in memory. It
 * is read twice: to have the hashes of these lines, and to count which of several equal ones they
 * are.
 */
final class LargeLineHashes {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Hashes by line; empty until it is known which of several one is. */
  private final Map<Integer, String> wanted = new HashMap<>();

  private final Map<Long, Integer> counts = new HashMap<>();

  private LargeLineHashes() {}

  /**
   * Hashes the lines that findings are in.
   *
   * @param findings those in other texts do not matter
   */
  static LargeLineHashes of(LargeText text, List<Finding> findings) {
    LargeLineHashes hashes = new LargeLineHashes();
    for (Finding finding : findings) {
      if (finding.location().file().large() == text) {
        hashes.wanted.put(finding.location().region().start().line(), "");
      }
    }
    try {
      hashes.read(text, false);
      hashes.read(text, true);
    } catch (IOException e) {
      return hashes; // The file is gone by now: its lines have no hash.
    }
    return hashes;
  }

  /** The hash of a line in which a finding is. */
  String ofLine(int line) {
    return wanted.getOrDefault(line, "");
  }

  private void read(LargeText text, boolean counting) throws IOException {
    try (Reader in =
        new BufferedReader(new InputStreamReader(text.open(), StandardCharsets.UTF_8), 1 << 16)) {
      Window window = new Window(counting);
      int c = in.read();
      if (c == BYTE_ORDER_MARK) {
        c = in.read();
      }
      int last = 0;
      while (c >= 0) {
        if (c != ' ' && c != '\t' && !(c == '\n' && last == '\r')) {
          window.enter(c == '\r' ? '\n' : (char) c);
        }
        last = c;
        c = in.read();
      }
      window.enter(LineHashes.END_OF_TEXT);
      window.end();
    }
  }

  /** The last characters that were read. */
  private final class Window {
    private final char[] ring = new char[LineHashes.WINDOW];
    private final ArrayDeque<Long> lineStarts = new ArrayDeque<>();
    private final boolean counting;
    private final long oldest;
    private long count;
    private long hash;
    private int line = 1;
    private boolean lineStart = true;

    Window(boolean counting) {
      this.counting = counting;
      this.oldest = LineHashes.factorOfOldest();
    }

    void enter(char c) {
      if (lineStart) {
        lineStarts.add(count);
      }
      lineStart = c == '\n';
      shift(c);
    }

    void end() {
      while (!lineStarts.isEmpty()) {
        shift('\0');
      }
    }

    private void shift(char c) {
      int slot = (int) (count % LineHashes.WINDOW);
      hash = hash * LineHashes.FACTOR + c - oldest * ring[slot];
      ring[slot] = c;
      count++;
      Long first = lineStarts.peek();
      if (first != null && count - LineHashes.WINDOW == first) {
        lineStarts.remove();
        take(line++, hash);
      }
    }

    private void take(int number, long value) {
      @Nullable String known = wanted.get(number);
      if (!counting) {
        if (known != null) {
          counts.put(value, 0);
        }
        return;
      }
      Integer before = counts.get(value);
      if (before != null) {
        counts.put(value, before + 1);
        if (known != null) {
          wanted.put(number, Long.toHexString(value) + ":" + (before + 1));
        }
      }
    }
  }
}
