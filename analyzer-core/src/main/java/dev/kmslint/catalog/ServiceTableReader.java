package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads a service's actions and resource types from its file. */
final class ServiceTableReader {

  private static final int ACTION_COLUMNS = 7;
  private static final int RESOURCE_COLUMNS = 3;

  private final String prefix;
  private final List<ResourceType> resourceTypes = new ArrayList<>();

  private ServiceTableReader(String prefix) {
    this.prefix = prefix;
  }

  static ServiceTable read(String prefix) {
    return new ServiceTableReader(prefix).read(Tsv.load(prefix + ".tsv"));
  }

  private ServiceTable read(Tsv file) {
    for (String[] row : file.section("resources").rows(RESOURCE_COLUMNS)) {
      resourceTypes.add(new ResourceType(row[0], row[1], Tsv.list(row[2])));
    }
    Tsv section = file.section("actions");
    List<ActionInfo> actions = new ArrayList<>();
    for (String[] row : section.rows(ACTION_COLUMNS)) {
      actions.add(action(row));
    }
    return new ServiceTable(prefix, actions, resourceTypes, section.header("page"));
  }

  private ActionInfo action(String[] row) {
    List<String> types = new ArrayList<>();
    List<String> required = new ArrayList<>();
    List<String> keys = new ArrayList<>(Tsv.list(row[6]));
    for (String cell : Tsv.list(row[2])) {
      boolean star = cell.endsWith("*");
      String type = star ? cell.substring(0, cell.length() - 1) : cell;
      types.add(type);
      if (star) {
        required.add(type);
      }
      addKeysOf(type, keys);
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
        SmallSet.of(keys));
  }

  private void addKeysOf(String typeName, List<String> keys) {
    for (ResourceType type : resourceTypes) {
      if (type.name().equals(typeName)) {
        for (String key : type.conditionKeys()) {
          if (!keys.contains(key)) {
            keys.add(key);
          }
        }
        return;
      }
    }
    throw new IllegalStateException(prefix + ".tsv has no resource type " + typeName);
  }
}
