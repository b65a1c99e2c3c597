package dev.kmslint.access;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How people write condition keys: as AWS does, else as the policies do. */
public final class KeyNames {
  private final Catalog catalog;
  private final Map<String, String> written = new HashMap<>();

  /** Learns the spellings of some policies. */
  public KeyNames(Catalog catalog, Collection<Policy> policies) {
    this.catalog = catalog;
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        for (Condition condition : statement.conditions()) {
          learn(condition.key().value());
        }
      }
    }
  }

  /** Learns a spelling; of several the first counts. */
  public void learn(String key) {
    written.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
  }

  /** A key, given in any case, as people write it. */
  public String of(String key) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    if (info != null && !info.family()) {
      return info.name();
    }
    String lower = key.toLowerCase(Locale.ROOT);
    return written.getOrDefault(lower, key);
  }

  /** Whether requests can hold several values under a key. */
  public boolean isMultivalued(String key) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    return info != null && info.multivalued();
  }
}
