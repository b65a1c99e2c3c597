package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one file; the file of {@code aws} also holds other prefixes' global keys.
 */
final class KeyTable {

  private static final int COLUMNS = 8;

  private final Map<String, ConditionKeyInfo> single = new HashMap<>();
  private final List<Family> families = new ArrayList<>();
  private final List<ConditionKeyInfo> all = new ArrayList<>();

  /**
   * A family whose open part is any text, or a number up to a greatest one when that is not -1.
   *
   * @param start what precedes the open part, or the first of several
   */
  private record Family(ConditionKeyInfo key, String start, int greatest) {

    boolean has(String lowerName) {
      return lowerName.length() > start.length()
          && lowerName.startsWith(start)
          && (greatest < 0 || isNumber(lowerName))
          && (isOpenAtItsEnd() || NamePattern.matches(key.genericName(), lowerName));
    }

    private boolean isOpenAtItsEnd() {
      return start.length() == key.genericName().length() - 1;
    }

    private boolean isNumber(String name) {
      int number = 0;
      for (int i = start.length(); i < name.length(); i++) {
        char c = name.charAt(i);
        if (c < '0' || c > '9' || (number == 0 && i > start.length())) {
          return false;
        }
        number = number * 10 + (c - '0');
        if (number > greatest) {
          return false;
        }
      }
      return true;
    }
  }

  private KeyTable() {}

  static KeyTable read(String prefix) {
    Tsv section = Tsv.load(prefix + ".tsv").section("keys");
    String page = section.header("page");
    KeyTable table = new KeyTable();
    for (String[] row : section.rows(COLUMNS)) {
      int hash = row[0].indexOf('#');
      if (hash < 0) {
        table.add(info(row[0], row, page), -1);
      } else {
        int greatest = Integer.parseInt(row[0].substring(hash + 1));
        table.add(info(row[0].substring(0, hash) + '*', row, page), greatest);
      }
    }
    return table;
  }

  /** A table of keys whose families are open to any text. */
  static KeyTable of(List<ConditionKeyInfo> keys) {
    KeyTable table = new KeyTable();
    for (ConditionKeyInfo key : keys) {
      table.add(key, -1);
    }
    return table;
  }

  private void add(ConditionKeyInfo key, int greatest) {
    all.add(key);
    int star = key.genericName().indexOf('*');
    if (star >= 0) {
      families.add(new Family(key, key.genericName().substring(0, star), greatest));
    } else {
      single.put(key.genericName(), key);
    }
  }

  private static ConditionKeyInfo info(String name, String[] row, String page) {
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
    ConditionKeyInfo key = single.get(lower);
    if (key != null) {
      return key;
    }
    for (Family family : families) {
      if (family.has(lower)) {
        int open = family.start().length();
        return family.key().member(family.key().name().substring(0, open) + name.substring(open));
      }
    }
    return null;
  }

  List<String> names(String prefix) {
    List<String> names = new ArrayList<>();
    for (ConditionKeyInfo key : all) {
      if (key.genericName().startsWith(prefix + ':')) {
        names.add(key.name());
      }
    }
    return names;
  }
}
