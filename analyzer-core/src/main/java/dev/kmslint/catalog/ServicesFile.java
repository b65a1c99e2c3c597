package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of services as its bytes: a head, an index, and a part for each service, which is read
 * only when it is asked for. The folder {@code tools/catalog} writes it and says what it holds.
 */
final class ServicesFile {
  /** The part of the global condition keys, and of those of identity providers. */
  static final String GLOBAL = "aws";

  private static final String MARK = "#kmslint-catalog\t";
  private static final String VERSION = "1";

  private final byte[] bytes;
  private final Map<String, Place> index = new LinkedHashMap<>();
  private String source = "";
  private String date = "";

  /** Where a service's part is, its heading included. */
  private record Place(int from, int to) {}

  private ServicesFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads head and index.
   *
   * @throws CatalogFault when it is no such table
   */
  static ServicesFile read(byte[] bytes) throws CatalogFault {
    ServicesFile file = new ServicesFile(bytes);
    ServiceRows rows = new ServiceRows(bytes, 0, bytes.length, 1);
    file.readHead(rows);
    file.readIndex(rows);
    return file;
  }

  private void readHead(ServiceRows rows) throws CatalogFault {
    boolean ours = bytes.length >= MARK.length();
    for (int i = 0; ours && i < MARK.length(); i++) {
      ours = bytes[i] == MARK.charAt(i);
    }
    if (!ours) {
      throw new CatalogFault(
          1, 1, "this is no table of services: it does not begin with `#kmslint-catalog`");
    }
    String line = rows.next();
    if (line != null && !line.equals(MARK + VERSION)) {
      throw rows.fault(MARK.length(), "only tables of version " + VERSION + " can be read");
    }
    for (line = rows.next(); line != null && !line.equals("## services"); line = rows.next()) {
      if (line.startsWith("#source\t")) {
        source = line.substring("#source\t".length());
      } else if (line.startsWith("#date\t")) {
        date = line.substring("#date\t".length());
        if (!isDate(date)) {
          throw rows.fault("#date\t".length(), "a date is written as 2026-09-26");
        }
      }
    }
    if (line == null || source.isEmpty() || date.isEmpty()) {
      throw rows.fault(0, "the table has to begin with `#source`, `#date` and `## services`");
    }
  }

  private static boolean isDate(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private void readIndex(ServiceRows rows) throws CatalogFault {
    List<String> prefixes = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    int from = rows.position();
    while (from < bytes.length && bytes[from] != '#') {
      String[] cells = rows.cells(String.valueOf(rows.next()), 3);
      prefixes.add(cells[0]);
      lengths.add(length(cells, rows));
      from = rows.position();
    }
    for (int i = 0; i < prefixes.size(); i++) {
      int to = from + lengths.get(i);
      if (to < from || to > bytes.length) {
        throw rows.fault(0, "the table is incomplete: `" + prefixes.get(i) + "` is cut off");
      }
      index.put(prefixes.get(i), new Place(from, to));
      from = to;
    }
    if (index.size() < prefixes.size() || !index.containsKey(GLOBAL)) {
      throw rows.fault(0, "the list of services names one twice, or lacks `" + GLOBAL + "`");
    }
    if (from != bytes.length) {
      throw rows.fault(0, "the table is longer than its list of services says");
    }
  }

  private static int length(String[] cells, ServiceRows rows) throws CatalogFault {
    int length = 0;
    for (int i = 0; i < cells[2].length(); i++) {
      char c = cells[2].charAt(i);
      if (c < '0' || c > '9' || length > 100_000_000) {
        throw rows.fault(
            cells[0].length() + cells[1].length() + 2, "a length is a number of bytes");
      }
      length = length * 10 + (c - '0');
    }
    return length;
  }

  /** Where the facts come from, and which version of them. */
  String source() {
    return source;
  }

  /** The day of the facts: {@code 2026-09-26}. */
  String date() {
    return date;
  }

  /** Whether there is a service of that prefix, in lower case. */
  boolean has(String prefix) {
    return index.containsKey(prefix) && !prefix.equals(GLOBAL);
  }

  /** The prefixes of the services, in the order of the table. */
  List<String> prefixes() {
    List<String> prefixes = new ArrayList<>(index.keySet());
    prefixes.remove(GLOBAL);
    return prefixes;
  }

  /**
   * Reads one part; null when there is none of that name.
   *
   * @param prefix the service prefix in lower case, or {@link #GLOBAL}
   * @throws CatalogFault with a line that is counted, which takes a moment
   */
  @Nullable ServicePart part(String prefix) throws CatalogFault {
    Place place = index.get(prefix);
    if (place == null) {
      return null;
    }
    try {
      return ServicePart.read(prefix, new ServiceRows(bytes, place.from(), place.to(), 1));
    } catch (CatalogFault e) {
      int line = e.line();
      for (int i = 0; i < place.from(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new CatalogFault(line, e.column(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads all parts once.
   *
   * @throws CatalogFault for the first that cannot be read
   */
  void check() throws CatalogFault {
    for (String prefix : index.keySet()) {
      part(prefix);
    }
  }
}
