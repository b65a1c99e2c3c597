package dev.kmslint.report;

import dev.kmslint.source.Position;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * The line of source that a finding points at, with its number, and carets under the region. Of a
 * region of several lines the first one; of a long line the part around the region.
 */
final class Snippet {
  private static final int NUMBER_COLUMNS = 5;
  private static final int MAX_ROOM = 2_000;
  private static final String RULE = " | ";
  private static final String CUT = "...";
  private static final String TAB = "    ";

  private final List<String> cells = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private int regionStart;
  private int regionEnd;
  private boolean moreBefore;
  private boolean moreAfter;
  private boolean moreLines;

  private Snippet() {}

  /**
   * Appends the two lines of a place.
   *
   * @param width how many columns the lines may take; 0 for any number
   */
  static void append(SourceLocation place, int width, Palette palette, StringBuilder out) {
    Position start = place.region().start();
    int room = width <= 0 ? Integer.MAX_VALUE : Math.max(20, width - NUMBER_COLUMNS - 3);
    Snippet snippet = new Snippet();
    snippet.read(place.inContext(Math.min(room, MAX_ROOM) + 2), room);
    snippet.cutTo(room);
    String number = String.valueOf(start.line());
    String gutter = " ".repeat(Math.max(0, NUMBER_COLUMNS - number.length())) + number;
    out.append(palette.faint(gutter + RULE.stripTrailing())).append(' ');
    snippet.appendLine(out);
    out.append(palette.faint(" ".repeat(gutter.length()) + RULE.stripTrailing())).append(' ');
    snippet.appendCarets(palette, out);
  }

  /** Takes the line apart, but no more of it than can be shown. */
  private void read(SourceLocation place, int room) {
    String text = place.file().text();
    int from = place.start();
    while (from > 0 && !isLineEnd(text.charAt(from - 1)) && place.start() - from < room) {
      from--;
    }
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    moreBefore = from > 0 && !isLineEnd(text.charAt(from - 1));
    int i = from;
    while (i < text.length() && !isLineEnd(text.charAt(i)) && i - place.start() <= room) {
      if (i <= place.start()) {
        regionStart = cells.size();
      }
      int c = text.codePointAt(i);
      add(c);
      i += Character.charCount(c);
      if (i <= place.end()) {
        regionEnd = cells.size();
      }
    }
    if (place.start() >= i) {
      regionStart = cells.size();
    }
    regionEnd = Math.max(regionEnd, regionStart);
    moreAfter = i < text.length() && !isLineEnd(text.charAt(i));
    moreLines = !moreAfter && place.end() > i;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void add(int c) {
    if (c == '\t') {
      cells.add(TAB);
      columns.add(TAB.length());
      return;
    }
    StringBuilder shown = new StringBuilder(2);
    Printable.append(c, shown);
    cells.add(shown.toString());
    boolean asItIs = shown.codePointAt(0) == c && shown.length() == Character.charCount(c);
    columns.add(asItIs ? Printable.columns(c) : shown.length());
  }

  /** Leaves of a line that is too long the region's start and what fits around it. */
  private void cutTo(int room) {
    if (!moreBefore && !moreAfter && columnsOf(0, cells.size()) <= room) {
      return;
    }
    int budget = room - 2 * CUT.length();
    int from = regionStart;
    int used = 0;
    while (from > 0 && used + columns.get(from - 1) <= budget / 3) {
      used += columns.get(--from);
    }
    int to = regionStart;
    while (to < cells.size() && used + columns.get(to) <= budget) {
      used += columns.get(to++);
    }
    while (from > 0 && used + columns.get(from - 1) <= budget) {
      used += columns.get(--from);
    }
    moreBefore |= from > 0;
    moreAfter |= to < cells.size();
    cells.subList(to, cells.size()).clear();
    columns.subList(to, columns.size()).clear();
    cells.subList(0, from).clear();
    columns.subList(0, from).clear();
    regionStart -= from;
    regionEnd = Math.min(regionEnd, to) - from;
  }

  private int columnsOf(int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += columns.get(i);
    }
    return sum;
  }

  private void appendLine(StringBuilder out) {
    int length = out.length() - 1; // Not even the space before an empty line stays.
    if (moreBefore) {
      out.append(CUT);
    }
    for (String cell : cells) {
      out.append(cell);
    }
    if (moreAfter) {
      out.append(CUT);
    }
    int end = out.length();
    while (end > length && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }

  private void appendCarets(Palette palette, StringBuilder out) {
    int before = columnsOf(0, regionStart) + (moreBefore ? CUT.length() : 0);
    int under = Math.max(1, columnsOf(regionStart, regionEnd));
    String carets = "^".repeat(under) + (moreLines ? CUT : "");
    out.append(" ".repeat(before)).append(palette.strong(carets)).append('\n');
  }
}
