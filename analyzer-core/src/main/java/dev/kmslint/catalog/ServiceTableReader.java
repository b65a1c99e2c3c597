package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a service's actions and resource types from their two files. */
final class ServiceTableReader {

  private static final int ACTION_COLUMNS = 7;
  private static final int RESOURCE_COLUMNS = 3;

  private final String prefix;
  private final Map<String, ResourceType> resourceTypes = new HashMap<>();
  private final Map<String, Set<String>> keysByTypesAndKeys = new HashMap<>();

  private ServiceTableReader(String prefix) {
    this.prefix = prefix;
  }

  static ServiceTable read(String prefix) {
    return new ServiceTableReader(prefix).read();
  }

  private ServiceTable read() {
    List<ResourceType> types = new ArrayList<>();
    for (String[] row : Tsv.load(prefix + "-resources.tsv", RESOURCE_COLUMNS).rows()) {
      ResourceType type = new ResourceType(row[0], row[1], Tsv.list(lower(row[2])));
      types.add(type);
      resourceTypes.put(type.name(), type);
    }
    Tsv file = Tsv.load(prefix + "-actions.tsv", ACTION_COLUMNS);
    List<ActionInfo> actions = new ArrayList<>(file.rows().size());
    for (String[] row : file.rows()) {
      actions.add(action(row));
    }
    return new ServiceTable(prefix, actions, types, file.header("page"));
  }

  private ActionInfo action(String[] row) {
    List<String> types = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (String cell : Tsv.list(row[2])) {
      boolean star = cell.endsWith("*");
      String type = star ? cell.substring(0, cell.length() - 1) : cell;
      types.add(type);
      if (star) {
        required.add(type);
      }
    }
    return new ActionInfo(
        prefix,
        row[0],
        row[1],
        types,
        required,
        !types.isEmpty(),
        !row[4].isEmpty(),
        row[4],
        !row[3].equals("no"),
        row[3].equals("grant"),
        row[5].equals("yes"),
        keys(row[2], types, row[6]));
  }

  /** The keys of the action and its resource types; actions with the same cells share one set. */
  private Set<String> keys(String typeCell, List<String> types, String keyCell) {
    String cells = typeCell + ' ' + keyCell;
    Set<String> known = keysByTypesAndKeys.get(cells);
    if (known != null) {
      return known;
    }
    Set<String> keys = new LinkedHashSet<>(Tsv.list(lower(keyCell)));
    for (String name : types) {
      ResourceType type = resourceTypes.get(name);
      if (type == null) {
        throw new IllegalStateException(prefix + "-resources.tsv has no row " + name);
      }
      keys.addAll(type.conditionKeys());
    }
    keysByTypesAndKeys.put(cells, keys);
    return keys;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
