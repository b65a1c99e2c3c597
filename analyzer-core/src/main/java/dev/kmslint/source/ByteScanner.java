package dev.kmslint.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Goes through the bytes of a text once, from its start, and knows at each where it is: in bytes,
 * in UTF-16 units, and the line. What is not UTF-8 counts as {@link String} decodes it.
 */
final class ByteScanner {
  /** What stands behind the last byte. */
  static final int END = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private long start;
  private int next;
  private int limit;
  private long bytesMoreThanCharacters;
  private int line = 1;
  private long lineStart;
  private boolean afterReturn;
  private long malformed = -1;
  private Place malformedAt = new Place(0, 0, 1, 1);

  /** A place in a text, in all its measures. */
  record Place(long at, long character, int line, int column) {}

  ByteScanner(InputStream in) {
    this.in = in;
  }

  /** The byte here, as a number from 0 on; {@link #END} behind the last one. */
  int peek() throws IOException {
    return next < limit || fill() ? buffer[next] & 0xFF : END;
  }

  private boolean fill() throws IOException {
    start += limit;
    next = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  /** Steps over a character; its first byte. */
  int next() throws IOException {
    if (next >= limit && !fill()) {
      return END;
    }
    int b = buffer[next++];
    if (b < 0) {
      wide(b & 0xFF);
    } else if (b == '\n' || b == '\r') {
      line += afterReturn && b == '\n' ? 0 : 1;
      lineStart = character();
      afterReturn = b == '\r';
      return b;
    }
    afterReturn = false;
    return b & 0xFF;
  }

  /** The number of the byte here, from 0. */
  long at() {
    return start + next;
  }

  /** The number of the character here, from 0, in UTF-16 units. */
  long character() {
    return start + next - bytesMoreThanCharacters;
  }

  /** Where this is. */
  Place place() {
    return new Place(at(), character(), line, (int) (character() - lineStart) + 1);
  }

  /** Steps over the mark with which a text of UTF-8 can start; whether there is one. */
  boolean skipMark() throws IOException {
    if (peek() == 0xEF && limit >= 3 && (buffer[1] & 0xFF) == 0xBB && (buffer[2] & 0xFF) == 0xBF) {
      next = 3;
      bytesMoreThanCharacters = 3;
      return true;
    }
    return false;
  }

  /** The number of the first byte that is not UTF-8; -1 when there is none so far. */
  long malformed() {
    return malformed;
  }

  /** Where that one is. */
  Place malformedAt() {
    return malformedAt;
  }

  private void wide(int first) throws IOException {
    long from = at() - 1;
    long character = character() - 1;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    boolean good = first >= 0xC2 && first <= 0xF4;
    int read = 1;
    while (good && read < length) {
      int b = peek();
      good = (b & 0xC0) == 0x80 && b != END && (read > 1 || isSecond(first, b));
      if (good) {
        next++;
        read++;
      }
    }
    boolean surrogate = good && first == 0xED && isSurrogate(from);
    bytesMoreThanCharacters += read - (good && length == 4 ? 2 : 1);
    if ((!good || surrogate) && malformed < 0) {
      malformed = from;
      malformedAt = new Place(from, character, line, (int) (character - lineStart) + 1);
    }
  }

  private static boolean isSecond(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }

  /** Whether the second byte, the last but one that was read, makes it half of a pair. */
  private boolean isSurrogate(long from) {
    int second = (int) (from + 1 - start);
    return second >= 0 && (buffer[second] & 0xFF) >= 0xA0;
  }
}
