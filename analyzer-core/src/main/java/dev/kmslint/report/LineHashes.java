package dev.kmslint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitHub's {@code primaryLocationLineHash}: for each line a rolling hash over the 100 characters
 * from its start on that are neither space nor tab, and which of several equal ones it is.
 *
 * <p>CR and CRLF count as LF. Behind the text come one 65535 and zeros. Source:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#preventing-duplicate-alerts-using-fingerprints
 */
final class LineHashes {
  static final int WINDOW = 100;
  static final int FACTOR = 37;
  static final char END_OF_TEXT = 65535;

  private final char[] characters;
  private int count;
  private int[] lineStarts = new int[64];
  private int lines;
  private final List<String> hashes = new ArrayList<>();

  private LineHashes(String text) {
    characters = new char[text.length() + 1];
    read(text);
    hash();
  }

  static LineHashes of(String text) {
    return new LineHashes(text);
  }

  /** What the character counts in a hash that leaves the window. */
  static long factorOfOldest() {
    long oldest = 1;
    for (int i = 0; i < WINDOW; i++) {
      oldest *= FACTOR;
    }
    return oldest;
  }

  /** How many lines were hashed. */
  int lines() {
    return hashes.size();
  }

  /** The hash of a line (1-based); of the last line for one beyond it. */
  String ofLine(int line) {
    return hashes.get(Math.min(line, hashes.size()) - 1);
  }

  private void read(String text) {
    boolean lineStart = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : END_OF_TEXT;
      boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if (c == ' ' || c == '\t' || secondOfPair) {
        continue;
      }
      if (lineStart) {
        if (lines == lineStarts.length) {
          lineStarts = Arrays.copyOf(lineStarts, lines * 2);
        }
        lineStarts[lines++] = count;
      }
      char read = c == '\r' ? '\n' : c;
      characters[count++] = read;
      lineStart = read == '\n';
    }
  }

  private void hash() {
    long oldest = factorOfOldest();
    Map<String, Integer> seen = new HashMap<>();
    long hash = 0;
    int nextLine = 0;
    for (int end = 0; nextLine < lines; end++) {
      int leaving = end < WINDOW ? 0 : characters[end - WINDOW];
      int entering = end < count ? characters[end] : 0;
      hash = hash * FACTOR + entering - oldest * leaving;
      if (end - WINDOW + 1 == lineStarts[nextLine]) {
        String digits = Long.toHexString(hash);
        hashes.add(digits + ":" + seen.merge(digits, 1, Integer::sum));
        nextLine++;
      }
    }
  }
}
