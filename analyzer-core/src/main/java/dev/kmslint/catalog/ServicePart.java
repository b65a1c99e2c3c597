package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table of services knows of one: its actions and resource types, and the condition keys
 * that have its prefix.
 */
record ServicePart(ServiceTable table, ListedKeys keys, Set<String> listedKeys) {
  private static final String PAGE =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

  /**
   * Reads the part of a service.
   *
   * @throws CatalogFault with the line counted from the part's own first
   */
  static ServicePart read(String prefix, ServiceRows rows) throws CatalogFault {
    return new Reader(prefix).read(rows);
  }

  private static final class Reader {
    private final String prefix;
    private final List<ConditionKeyInfo> keys = new ArrayList<>();
    private final List<ResourceType> types = new ArrayList<>();
    private final Map<String, ResourceType> typesByName = new HashMap<>();
    private final List<ActionInfo> actions = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();

    Reader(String prefix) {
      this.prefix = prefix;
    }

    ServicePart read(ServiceRows rows) throws CatalogFault {
      String line = rows.next();
      if (line == null || !line.equals("## " + prefix)) {
        throw rows.fault(0, "here has to be the line `## " + prefix + "`");
      }
      for (line = rows.next(); line != null; line = rows.next()) {
        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
          case 'k' -> addKey(rows.cells(line, 3), rows);
          case 'r' -> addType(rows.cells(line, 4), rows);
          case 'a' -> actions.add(action(rows.cells(line, 5), rows));
          default -> throw rows.fault(0, "a line begins with k, r or a");
        }
      }
      return new ServicePart(
          new ServiceTable(prefix, actions, types, PAGE), new ListedKeys(keys), listed);
    }

    private void addKey(String[] cells, ServiceRows rows) throws CatalogFault {
      String name = cells[1];
      if (name.indexOf(':') <= 0) {
        throw rows.fault(2, "a condition key has a prefix and a colon");
      }
      boolean multivalued = cells[2].endsWith("[]");
      String word = multivalued ? cells[2].substring(0, cells[2].length() - 2) : cells[2];
      ValueType type = null;
      for (ValueType each : ValueType.values()) {
        type = each.name().equalsIgnoreCase(word) ? each : type;
      }
      if (type == null) {
        throw rows.fault(3 + name.length(), "there is no type `" + word + "`");
      }
      keys.add(ConditionKeyInfo.ofService(name, type, multivalued, prefix, PAGE));
    }

    private void addType(String[] cells, ServiceRows rows) throws CatalogFault {
      if (cells[1].isEmpty() || !cells[2].startsWith("arn:")) {
        throw rows.fault(2, "a resource type has a name and the form of its ARNs");
      }
      ResourceType type = new ResourceType(cells[1], cells[2], Tsv.list(cells[3]));
      types.add(type);
      typesByName.put(cells[1], type);
    }

    private ActionInfo action(String[] cells, ServiceRows rows) throws CatalogFault {
      if (cells[1].isEmpty()) {
        throw rows.fault(2, "an action has a name");
      }
      List<String> works = new ArrayList<>();
      List<String> required = new ArrayList<>();
      List<String> keysOfAction = new ArrayList<>(Tsv.list(cells[4]));
      for (String cell : Tsv.list(cells[3])) {
        boolean star = cell.endsWith("*");
        String name = star ? cell.substring(0, cell.length() - 1) : cell;
        ResourceType type = typesByName.get(name);
        if (type == null) {
          throw rows.fault(
              4 + cells[1].length() + cells[2].length(),
              "`" + prefix + "` has no resource type `" + name + "`");
        }
        works.add(name);
        if (star) {
          required.add(name);
        }
        for (String key : type.conditionKeys()) {
          if (!keysOfAction.contains(key)) {
            keysOfAction.add(key);
          }
        }
      }
      listed.addAll(keysOfAction);
      return new ActionInfo(
          prefix,
          cells[1],
          accessLevel(cells[2], rows),
          works,
          required,
          !works.isEmpty(),
          false,
          "",
          false,
          false,
          false,
          SmallSet.of(keysOfAction));
    }

    private static String accessLevel(String letters, ServiceRows rows) throws CatalogFault {
      StringBuilder levels = new StringBuilder();
      for (int i = 0; i < letters.length(); i++) {
        levels.append(levels.isEmpty() ? "" : ", ");
        levels.append(
            switch (letters.charAt(i)) {
              case 'R' -> "Read";
              case 'L' -> "List";
              case 'W' -> "Write";
              case 'T' -> "Tagging";
              case 'P' -> "Permissions management";
              default -> throw rows.fault(0, "the access levels of an action are of R, L, W, T, P");
            });
      }
      return levels.toString();
    }
  }

  /** A key that has this part's prefix; null when there is none. */
  @Nullable ConditionKeyInfo key(String name) {
    return keys.find(name);
  }

  /** Whether an action of the service lists a key, in which case the other actions lack it. */
  boolean lists(ConditionKeyInfo key) {
    return listedKeys.contains(key.genericName().toLowerCase(Locale.ROOT));
  }
}
