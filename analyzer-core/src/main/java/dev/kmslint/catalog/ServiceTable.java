package dev.kmslint.catalog;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The actions and resource types of one service. Immutable to its callers; each row of a file is
 * read when it is first asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">AWS
 *     Service Authorization Reference</a>
 */
public final class ServiceTable {

  private static final int ACTION_COLUMNS = 7;
  private static final int RESOURCE_COLUMNS = 3;

  /** How many patterns are remembered: more than policies hold that are not made to be many. */
  private static final int REMEMBERED = 1_000;

  private final String prefix;
  private final @Nullable Tsv actionRows;
  private final String url;
  private final Map<String, ActionInfo> actions = new ConcurrentHashMap<>();
  private volatile @Nullable Names names;

  /** What patterns match; rules ask for the same ones one after the other. */
  private final Map<String, List<ActionInfo>> matched = new ConcurrentHashMap<>();

  private volatile @Nullable List<ResourceType> resourceTypes;

  /** The table of a service in the catalogue's own files. */
  ServiceTable(String prefix) {
    this.prefix = prefix;
    Tsv rows = Tsv.load(prefix + "-actions");
    this.actionRows = rows;
    this.url = rows.header("page");
  }

  /** A table of what has been read already. */
  ServiceTable(
      String prefix, List<ActionInfo> actions, List<ResourceType> resourceTypes, String url) {
    this.prefix = prefix;
    this.actionRows = null;
    this.url = url;
    this.resourceTypes = List.copyOf(resourceTypes);
    List<String> all = new ArrayList<>(actions.size());
    for (ActionInfo action : actions) {
      all.add(action.name());
      this.actions.put(action.name().toLowerCase(Locale.ROOT), action);
    }
    this.names = new Names(List.copyOf(all));
  }

  /** The service prefix in lower case: {@code kms}. */
  public String prefix() {
    return prefix;
  }

  /** All actions, in alphabetical order. */
  public List<ActionInfo> actions() {
    return new Actions(names().lower);
  }

  /** Actions by their names, each read when it is asked for. */
  private final class Actions extends AbstractList<ActionInfo> {
    private final String[] lowerNames;

    Actions(String[] lowerNames) {
      this.lowerNames = lowerNames;
    }

    @Override
    public ActionInfo get(int index) {
      return Objects.requireNonNull(action(lowerNames[index]));
    }

    @Override
    public int size() {
      return lowerNames.length;
    }
  }

  /** All resource types, in alphabetical order. */
  public List<ResourceType> resourceTypes() {
    List<ResourceType> all = resourceTypes;
    if (all == null) {
      all = new ArrayList<>();
      for (String[] row : Tsv.load(prefix + "-resources").rows(RESOURCE_COLUMNS)) {
        all.add(new ResourceType(row[0], row[1], Tsv.list(row[2])));
      }
      all = List.copyOf(all);
      resourceTypes = all;
    }
    return all;
  }

  /** The AWS page that lists the actions. */
  public String url() {
    return url;
  }

  /**
   * The action of this name, or null.
   *
   * @param name the name without the service prefix, in any case
   */
  public @Nullable ActionInfo action(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    ActionInfo known = actions.get(lower);
    if (known != null || actionRows == null) {
      return known;
    }
    String[] row = actionRows.floor(lower, ACTION_COLUMNS);
    if (row == null || !row[0].equalsIgnoreCase(name)) {
      return null;
    }
    ActionInfo read = read(row);
    ActionInfo first = actions.putIfAbsent(lower, read);
    return first == null ? read : first;
  }

  private ActionInfo read(String[] row) {
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
    ResourceType type = resourceType(typeName);
    if (type == null) {
      throw new IllegalStateException("the catalog has no resource type " + typeName);
    }
    for (String key : type.conditionKeys()) {
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
  }

  /**
   * The resource type of this name, or null.
   *
   * @param name AWS's name, in its own case: {@code cluster-snapshot}
   */
  public @Nullable ResourceType resourceType(String name) {
    for (ResourceType type : resourceTypes()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }

  /**
   * The actions whose name a pattern matches, in alphabetical order.
   *
   * @param namePattern a name without the service prefix, in any case, where {@code *} stands for
   *     any text and {@code ?} for one character
   */
  public List<ActionInfo> matching(String namePattern) {
    if (namePattern.indexOf('*') < 0 && namePattern.indexOf('?') < 0) {
      ActionInfo exact = action(namePattern);
      return exact == null ? List.of() : List.of(exact);
    }
    if (namePattern.equals("*")) {
      return actions();
    }
    List<ActionInfo> known = matched.get(namePattern);
    if (known != null) {
      return known;
    }
    List<ActionInfo> matches = List.copyOf(search(namePattern));
    if (matched.size() < REMEMBERED) {
      matched.put(namePattern, matches);
    }
    return matches;
  }

  private List<ActionInfo> search(String namePattern) {
    List<ActionInfo> matches = new ArrayList<>();
    Names all = names();
    String start = NamePattern.start(namePattern);
    for (int i = 0; i < all.lower.length; i++) {
      if (all.lower[i].startsWith(start) && NamePattern.matches(namePattern, all.lower[i])) {
        ActionInfo action = action(all.lower[i]);
        if (action != null) {
          matches.add(action);
        }
      }
    }
    return matches;
  }

  /** The names of all actions, in alphabetical order, without the prefix. */
  public List<String> actionNames() {
    return names().names;
  }

  private Names names() {
    Names all = names;
    if (all == null) {
      List<String> read = actionRows == null ? List.of() : actionRows.names();
      all = new Names(List.copyOf(read));
      names = all;
    }
    return all;
  }

  /** The names of all actions, as they are and in lower case. */
  private static final class Names {
    final List<String> names;
    final String[] lower;

    Names(List<String> names) {
      this.names = names;
      this.lower = new String[names.size()];
      for (int i = 0; i < lower.length; i++) {
        lower[i] = names.get(i).toLowerCase(Locale.ROOT);
      }
    }
  }

  @Override
  public String toString() {
    return "ServiceTable[" + prefix + "]";
  }
}
