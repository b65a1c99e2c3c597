package dev.kmslint.rules;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry of an Action element means for KMS. */
public final class KmsActions {
  private KmsActions() {}

  /** The actions of KMS that an entry names; none for one of another service or without a match. */
  public static List<ActionInfo> meant(Actions.Entry entry, Catalog catalog) {
    ServiceTable kms = catalog.service("kms");
    if (kms == null || !entry.isWellFormed()) {
      return List.of();
    }
    if (entry.isEverything()) {
      return kms.actions();
    }
    return entry.service().equals("kms") ? kms.matching(entry.name()) : List.of();
  }

  /** The entries of an Action element; none for NotAction. */
  public static List<Actions.Entry> named(Statement statement) {
    Actions actions = statement.actions();
    return actions == null || actions.negated() ? List.of() : actions.entries();
  }

  /** Whether actions only read about keys; those that use a key, such as Decrypt, do not. */
  public static boolean onlyRead(List<ActionInfo> actions) {
    for (ActionInfo action : actions) {
      if (!action.accessLevel().equals("Read") && !action.accessLevel().equals("List")) {
        return false;
      }
    }
    return true;
  }

  /** Whether an Action element has only actions of KMS that read about keys, if any of KMS. */
  public static boolean onlyRead(Statement statement, Catalog catalog) {
    for (Actions.Entry entry : named(statement)) {
      if (!onlyRead(meant(entry, catalog))) {
        return false;
      }
    }
    return statement.actions() != null && !statement.actions().negated();
  }

  /** The entry that means every action of KMS, {@code kms:*} or {@code *}; null when none does. */
  public static Actions.@Nullable Entry everything(Statement statement) {
    for (Actions.Entry entry : named(statement)) {
      boolean all =
          entry.service().equals("kms")
              && entry.name().startsWith("*")
              && Glob.of(entry.name()).matchesEverything();
      if (entry.isEverything() || all) {
        return entry;
      }
    }
    return null;
  }
}
