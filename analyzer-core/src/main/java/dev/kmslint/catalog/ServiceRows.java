package dev.kmslint.catalog;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a part of a table of services, one after the other, as cells parted by tabs. */
final class ServiceRows {
  private final byte[] bytes;
  private final int to;
  private int start;
  private int end;
  private int line;

  /**
   * The lines between two bytes.
   *
   * @param line the number of the first of them, from 1
   */
  ServiceRows(byte[] bytes, int from, int to, int line) {
    this.bytes = bytes;
    this.to = to;
    this.start = from;
    this.end = from - 1;
    this.line = line - 1;
  }

  /** The next line; null behind the last. */
  @Nullable String next() throws CatalogFault {
    start = end + 1;
    if (start >= to) {
      return null;
    }
    line++;
    end = start;
    while (end < to && bytes[end] != '\n') {
      byte b = bytes[end];
      if (b < ' ' && b != '\t') {
        throw fault(
            end - start,
            b == '\r'
                ? "a line ends with CR and LF; the table has to be as the generator wrote it"
                : "this is not printable ASCII");
      }
      end++;
    }
    if (end == to) {
      throw fault(end - start, "the table ends within a line");
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** Where the next line begins. */
  int position() {
    return end + 1;
  }

  /** The number of the line, from 1. */
  int line() {
    return line;
  }

  /** The cells of a line, of which there must be so many. */
  String[] cells(String text, int count) throws CatalogFault {
    String[] cells = new String[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int tab = text.indexOf('\t', from);
      if ((tab < 0) != (i == count - 1)) {
        throw fault(tab < 0 ? text.length() : tab, "this line has to have " + count + " columns");
      }
      cells[i] = text.substring(from, tab < 0 ? text.length() : tab);
      from = tab + 1;
    }
    return cells;
  }

  /** A fault of the line. */
  CatalogFault fault(int offset, String message) {
    return new CatalogFault(Math.max(1, line), offset + 1, message);
  }
}
