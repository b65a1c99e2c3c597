package dev.kmslint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalog's own tab-separated files. Lines that start with {@code #} are comments, but a
 * line {@code #key<TAB>value} is also a header that {@link #header} finds.
 */
final class Tsv {

  private final String name;
  private final String text;
  private final List<String[]> rows = new ArrayList<>();

  private Tsv(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Reads a file beside the classes.
   *
   * @param name the file's name
   * @param columns how many columns each row must have
   */
  static Tsv load(String name, int columns) {
    try (InputStream in = Tsv.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " of the catalog is missing");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file " + name + " of the catalog", e);
    }
  }

  /** Splits a text into rows; every row must have exactly the given number of columns. */
  static Tsv parse(String name, String text, int columns) {
    Tsv table = new Tsv(name, text);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start && text.charAt(start) != '#') {
        table.rows.add(table.cells(start, end, columns));
      }
      start = end + 1;
    }
    return table;
  }

  private String[] cells(int start, int end, int columns) {
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

  /** The rows in the order of the file. */
  List<String[]> rows() {
    return rows;
  }

  /** The value of the header line {@code #key<TAB>value}. */
  String header(String key) {
    String start = '#' + key + '\t';
    int at = text.startsWith(start) ? 0 : text.indexOf('\n' + start) + 1;
    if (!text.startsWith(start, at)) {
      throw new IllegalStateException(name + ": no header " + key);
    }
    int end = text.indexOf('\n', at);
    return text.substring(at + start.length(), end < 0 ? text.length() : end);
  }

  /** The parts of a cell that holds a list. */
  static List<String> list(String cell) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < cell.length()) {
      int comma = cell.indexOf(',', from);
      int to = comma < 0 ? cell.length() : comma;
      parts.add(cell.substring(from, to));
      from = to + 1;
    }
    return parts;
  }
}
