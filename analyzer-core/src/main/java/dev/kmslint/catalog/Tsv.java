package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog's own tab-separated files. A line that starts with {@code #} is a comment, but
 * {@code #key<TAB>value} is also a header that {@link #header} finds.
 */
final class Tsv {

  private final String name;
  private final String text;

  private Tsv(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Reads a file of the catalog, by its name without {@code .tsv}. */
  static Tsv load(String name) {
    String text = Tables.text(name);
    if (text == null) {
      throw new IllegalStateException("the file " + name + ".tsv of the catalog is missing");
    }
    return of(name + ".tsv", text);
  }

  /** Takes a text for the content of a file of that name. */
  static Tsv of(String name, String text) {
    return new Tsv(name, text);
  }

  /** The rows in the order of the file; each must have exactly the given number of columns. */
  List<String[]> rows(int columns) {
    List<String[]> rows = new ArrayList<>();
    for (int start = firstRow(); start < text.length(); start = nextRow(start)) {
      rows.add(cells(start, columns));
    }
    return rows;
  }

  /** The first cells of all rows. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int start = firstRow(); start < text.length(); start = nextRow(start)) {
      int row = text.indexOf('\n', start);
      int cell = text.indexOf('\t', start);
      int end = row < 0 ? text.length() : row;
      names.add(text.substring(start, cell < 0 ? end : Math.min(cell, end)));
    }
    return names;
  }

  /**
   * The last row whose first cell, in lower case, is not after a name; null when all are. Reads no
   * other row whole. The rows must stand in that order: by characters, where {@code *} and {@code
   * #} go before all others, so that the row of a family goes before its members.
   *
   * @param lowerName in lower case
   */
  String @Nullable [] floor(String lowerName, int columns) {
    int found = -1;
    int low = firstRow();
    int high = text.length();
    while (low < high) {
      int row = rowAround((low + high) >>> 1, low);
      if (compare(row, lowerName) <= 0) {
        found = row;
        low = nextRow(row);
      } else {
        high = row;
      }
    }
    return found < 0 ? null : cells(found, columns);
  }

  /** The start of the line that has a character, which is not before a first one. */
  private int rowAround(int at, int first) {
    return Math.max(first, text.lastIndexOf('\n', at - 1) + 1);
  }

  /** Compares the first cell of a row with a name. */
  private int compare(int row, String lowerName) {
    for (int i = 0; ; i++) {
      char cell = row + i < text.length() ? text.charAt(row + i) : '\n';
      boolean ends = cell == '\t' || cell == '\n';
      if (ends || i == lowerName.length()) {
        return ends ? (i == lowerName.length() ? 0 : -1) : 1;
      }
      if (cell == '*' || cell == '#') {
        return -1;
      }
      char lower = cell >= 'A' && cell <= 'Z' ? (char) (cell + ('a' - 'A')) : cell;
      if (lower != lowerName.charAt(i)) {
        return lower < lowerName.charAt(i) ? -1 : 1;
      }
    }
  }

  private int firstRow() {
    return isRow(0) ? 0 : nextRow(0);
  }

  private int nextRow(int start) {
    int next = start;
    do {
      int end = text.indexOf('\n', next);
      next = end < 0 ? text.length() : end + 1;
    } while (next < text.length() && !isRow(next));
    return next;
  }

  private boolean isRow(int start) {
    return start < text.length() && text.charAt(start) != '#' && text.charAt(start) != '\n';
  }

  private String[] cells(int start, int columns) {
    int end = text.indexOf('\n', start);
    if (end < 0) {
      end = text.length();
    }
    String[] cells = new String[columns];
    int from = start;
    for (int column = 0; column < columns; column++) {
      int tab = text.indexOf('\t', from);
      boolean last = tab < 0 || tab >= end;
      if (last != (column == columns - 1)) {
        throw new IllegalStateException(
            name + ": a row must have " + columns + " columns: " + text.substring(start, end));
      }
      int to = last ? end : tab;
      cells[column] = text.substring(from, to);
      from = to + 1;
    }
    return cells;
  }

  /**
   * The row whose first cell is a name.
   *
   * @throws IllegalStateException when there is none
   */
  String[] row(String first, int columns) {
    int start = lineStart(first + '\t');
    if (start < 0) {
      throw new IllegalStateException(name + ": no row " + first);
    }
    return cells(start, columns);
  }

  /** The value of the header line {@code #key<TAB>value}. */
  String header(String key) {
    String begin = '#' + key + '\t';
    int start = lineStart(begin);
    if (start < 0) {
      throw new IllegalStateException(name + ": no header " + key);
    }
    int end = text.indexOf('\n', start);
    return text.substring(start + begin.length(), end < 0 ? text.length() : end);
  }

  private int lineStart(String begin) {
    if (text.startsWith(begin)) {
      return 0;
    }
    int before = text.indexOf('\n' + begin);
    return before < 0 ? -1 : before + 1;
  }

  /** The parts of a cell that holds a list, separated by commas. */
  static List<String> list(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int comma = cell.indexOf(',');
    while (comma >= 0) {
      parts.add(cell.substring(from, comma));
      from = comma + 1;
      comma = cell.indexOf(',', from);
    }
    parts.add(cell.substring(from));
    return parts;
  }
}
