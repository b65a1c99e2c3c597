package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one file; the file of {@code aws} also holds other prefixes' global keys.
 */
final class KeyTable {

  private static final int COLUMNS = 8;

  private final Tsv file;
  private final String page;
  private final Map<String, ConditionKeyInfo> single = new ConcurrentHashMap<>();

  KeyTable(String prefix) {
    file = Tsv.load(prefix + "-keys");
    page = file.header("page");
  }

  private ConditionKeyInfo info(String name, String[] row) {
    List<String> types = Tsv.list(row[1]);
    String type = types.get(0);
    boolean integer = type.equals("integer");
    return new ConditionKeyInfo(
        name,
        name.toLowerCase(Locale.ROOT),
        integer ? ValueType.NUMERIC : type(type),
        types.size() == 1 ? null : type(types.get(1)),
        row[2].equals("multi"),
        presence(row[3]),
        row[4].equals("yes"),
        integer,
        row[5].isEmpty() ? null : row[5],
        Tsv.list(row[6]),
        row[7].startsWith("https:") ? row[7] : page + row[7]);
  }

  // Not valueOf: the first call of it makes a map by reflection, which costs more than the table.

  private static ValueType type(String name) {
    for (ValueType type : ValueType.values()) {
      if (type.name().equalsIgnoreCase(name)) {
        return type;
      }
    }
    throw new IllegalStateException("no type " + name);
  }

  private static Presence presence(String name) {
    for (Presence presence : Presence.values()) {
      if (presence.name().equals(name)) {
        return presence;
      }
    }
    throw new IllegalStateException("no presence " + name);
  }

  @Nullable ConditionKeyInfo find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    ConditionKeyInfo known = single.get(lower);
    if (known != null) {
      return known;
    }
    String[] row = file.floor(lower, COLUMNS);
    if (row == null) {
      return null;
    }
    int open = row[0].indexOf('#');
    if (open >= 0) {
      int greatest = Integer.parseInt(row[0].substring(open + 1));
      return isNumber(lower, open, greatest) ? member(row, open, name) : null;
    }
    open = row[0].length() - 1;
    if (row[0].charAt(open) == '*') {
      return member(row, open, name);
    }
    if (!row[0].equalsIgnoreCase(name)) {
      return null;
    }
    ConditionKeyInfo read = info(row[0], row);
    ConditionKeyInfo first = single.putIfAbsent(lower, read);
    return first == null ? read : first;
  }

  /** The member of a family that has a name; null when the name is none of its. */
  private @Nullable ConditionKeyInfo member(String[] row, int open, String name) {
    String start = row[0].substring(0, open);
    return name.length() > open && name.regionMatches(true, 0, start, 0, open)
        ? info(start + '*', row).member(start + name.substring(open))
        : null;
  }

  /** Whether a text from an index on is a number, as AWS writes it, up to a greatest one. */
  private static boolean isNumber(String text, int start, int greatest) {
    int number = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || (number == 0 && i > start)) {
        return false;
      }
      number = number * 10 + (c - '0');
      if (number > greatest) {
        return false;
      }
    }
    return true;
  }

  List<String> names(String prefix) {
    List<String> names = new ArrayList<>();
    for (String name : file.names()) {
      if (name.toLowerCase(Locale.ROOT).startsWith(prefix + ':')) {
        int hash = name.indexOf('#');
        names.add(hash < 0 ? name : name.substring(0, hash) + '*');
      }
    }
    return names;
  }
}
