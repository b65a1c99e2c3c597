package dev.kmslint.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalog's own tab-separated files. A line that starts with {@code #} is a comment, but
 * {@code #key<TAB>value} is also a header that {@link #header} finds, and {@code ## title} starts a
 * {@link #section} that ends at the next one.
 */
final class Tsv {

  private final String name;
  private final String text;

  private Tsv(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Reads a file beside the classes. */
  static Tsv load(String name) {
    try (InputStream in = Tsv.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " of the catalog is missing");
      }
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file " + name + " of the catalog", e);
    }
  }

  /** Takes a text for the content of a file of that name. */
  static Tsv of(String name, String text) {
    return new Tsv(name, text);
  }

  /** The lines of a section. */
  Tsv section(String title) {
    int start = lineStart("## " + title + '\n');
    if (start < 0) {
      throw new IllegalStateException(name + ": no section " + title);
    }
    int end = text.indexOf("\n## ", start);
    return new Tsv(name, text.substring(start, end < 0 ? text.length() : end + 1));
  }

  /** The rows in the order of the file; each must have exactly the given number of columns. */
  List<String[]> rows(int columns) {
    List<String[]> rows = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start && text.charAt(start) != '#') {
        rows.add(cells(start, end, columns));
      }
      start = end + 1;
    }
    return rows;
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
