package dev.kmslint.rules;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What entries of an Action element mean for any service. */
public final class ServiceActions {
  private ServiceActions() {}

  /**
   * The entries of Action and NotAction that name a service: not {@code *}, not what is malformed,
   * and in a key policy those of KMS alone, since the others have no effect there.
   */
  public static List<Actions.Entry> entries(Statement statement, PolicyContext context) {
    List<Actions.Entry> entries = new ArrayList<>();
    for (Actions.Entry entry : Parts.actions(statement)) {
      boolean foreign = context.isKeyPolicy() && !entry.service().equals("kms");
      if (entry.isWellFormed() && !entry.isEverything() && !foreign) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** As {@link #entries}, of an Action element alone. */
  public static List<Actions.Entry> named(Statement statement, PolicyContext context) {
    Actions actions = statement.actions();
    return actions == null || actions.negated() ? List.of() : entries(statement, context);
  }

  /** The actions that such an entry names: none when service or action are not known. */
  public static List<ActionInfo> meant(Actions.Entry entry, PolicyContext context) {
    ServiceTable table = table(entry, context);
    return table == null ? List.of() : table.matching(entry.name());
  }

  /** The entries of an Action element of which no action carries a key. */
  public static List<Actions.Entry> without(
      ConditionKeyInfo key, Statement statement, PolicyContext context) {
    List<Actions.Entry> entries = new ArrayList<>();
    for (Actions.Entry entry : named(statement, context)) {
      List<ActionInfo> actions = meant(entry, context);
      boolean lacks = !actions.isEmpty();
      for (ActionInfo action : actions) {
        lacks &= context.catalog().services().carries(action, key.name()) == Carried.NEVER;
      }
      if (lacks) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The table of such an entry's service; null when there is no such service. */
  public static @Nullable ServiceTable table(Actions.Entry entry, PolicyContext context) {
    return context.catalog().services().service(entry.service());
  }

  /** Entries that have one cause in common: those of each service together. */
  public static List<List<Actions.Entry>> byService(List<Actions.Entry> entries) {
    Map<String, List<Actions.Entry>> services = new LinkedHashMap<>();
    for (Actions.Entry entry : entries) {
      List<Actions.Entry> others = services.get(entry.service());
      if (others == null) {
        others = new ArrayList<>();
        services.put(entry.service(), others);
      }
      others.add(entry);
    }
    return List.copyOf(services.values());
  }

  /** The entries in backticks: of more than four, three. */
  public static String some(List<Actions.Entry> entries) {
    List<String> texts = new ArrayList<>();
    for (Actions.Entry entry : entries) {
      texts.add(entry.text());
    }
    return Wording.some(texts);
  }

  /** What an entry without a meaning does: {@code allows nothing}. */
  public static String effect(Statement statement) {
    return effect(statement, 1);
  }

  /** What so many entries without a meaning do: {@code allow nothing}. */
  public static String effect(Statement statement, int entries) {
    boolean excludes = statement.actions() != null && statement.actions().negated();
    String verb = excludes ? "exclude" : statement.isDeny() ? "deny" : "allow";
    String one = verb.equals("deny") ? "denies" : verb + "s";
    return (entries == 1 ? one : verb) + " nothing";
  }
}
