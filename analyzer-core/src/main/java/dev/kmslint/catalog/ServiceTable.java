package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actions and resource types of one service. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">AWS
 *     Service Authorization Reference</a>
 */
public final class ServiceTable {

  private final String prefix;
  private final List<ActionInfo> actions;
  private final List<ResourceType> resourceTypes;
  private final String url;
  private final Map<String, ActionInfo> byName;

  ServiceTable(
      String prefix, List<ActionInfo> actions, List<ResourceType> resourceTypes, String url) {
    this.prefix = prefix;
    this.actions = List.copyOf(actions);
    this.resourceTypes = List.copyOf(resourceTypes);
    this.url = url;
    byName = new HashMap<>(actions.size() * 2);
    for (ActionInfo action : actions) {
      byName.put(action.name().toLowerCase(Locale.ROOT), action);
    }
  }

  /** The service prefix in lower case: {@code kms}. */
  public String prefix() {
    return prefix;
  }

  /** All actions, in alphabetical order. */
  public List<ActionInfo> actions() {
    return actions;
  }

  /** All resource types, in alphabetical order. */
  public List<ResourceType> resourceTypes() {
    return resourceTypes;
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
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * The resource type of this name, or null.
   *
   * @param name AWS's name, in its own case: {@code cluster-snapshot}
   */
  public @Nullable ResourceType resourceType(String name) {
    for (ResourceType type : resourceTypes) {
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
      return actions;
    }
    List<ActionInfo> matches = new ArrayList<>();
    for (ActionInfo action : actions) {
      if (NamePattern.matches(namePattern, action.name())) {
        matches.add(action);
      }
    }
    return matches;
  }

  /** The names of all actions, in alphabetical order, without the prefix. */
  public List<String> actionNames() {
    List<String> names = new ArrayList<>(actions.size());
    for (ActionInfo action : actions) {
      names.add(action.name());
    }
    return names;
  }

  @Override
  public String toString() {
    return "ServiceTable[" + prefix + ", " + actions.size() + " actions]";
  }
}
