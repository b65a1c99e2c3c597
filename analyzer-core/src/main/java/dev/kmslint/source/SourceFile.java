package dev.kmslint.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read, under the name by which reports call it, with the index of its lines.
 *
 * <p>Lines end with LF, CR or CRLF. Offsets are 0-based and count UTF-16 units, as {@link
 * String#charAt} does.
 */
public sealed class SourceFile permits SourceSlice {
  private static final int[] NOT_YET = {};

  private final String path;
  private final String text;
  private final boolean plain;
  private int[] lineStarts = NOT_YET;
  private int lines;

  /**
   * @param path the name for reports: relative, with {@code /} between its parts
   * @param text the decoded text, without a byte order mark
   */
  public SourceFile(String path, String text) {
    this(path, text, false);
  }

  SourceFile(String path, String text, boolean plain) {
    this.path = path;
    this.text = text;
    this.plain = plain;
  }

  /** Whether it is known that the text holds only tab, LF, CR and U+0020 to U+007F. */
  public boolean isPlain() {
    return plain;
  }

  /** The name by which reports call this file. */
  public String path() {
    return path;
  }

  /** The decoded text. */
  public String text() {
    return text;
  }

  /** The large text of which this is a part; null for a text of its own. */
  public @Nullable LargeText large() {
    return null;
  }

  /** Where this text starts in the file, in UTF-16 units: 0 but for a part of a large text. */
  public long base() {
    return 0;
  }

  /** The same place in a text that goes on for some characters before and behind it. */
  SourceLocation inContext(SourceLocation place, int characters) {
    return place;
  }

  /** How many lines the text has; at least 1. */
  public synchronized int lineCount() {
    indexLines();
    return lines;
  }

  /**
   * The line and column of an offset.
   *
   * @param offset 0-based, in UTF-16 units; one beyond the end stands for the end
   */
  public synchronized Position position(int offset) {
    indexLines();
    int at = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, 0, lines, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - lineStarts[line] + 1);
  }

  /** The offset of a line's first character. */
  public synchronized int offset(int number) {
    indexLines();
    return lineStarts[number - 1];
  }

  /** The text of a line, without its end. */
  public synchronized String line(int number) {
    indexLines();
    int start = lineStarts[number - 1];
    int end = number < lines ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private void indexLines() {
    if (lines > 0) {
      return;
    }
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    lineStarts = starts;
    lines = count;
  }

  @Override
  public String toString() {
    return path;
  }
}
