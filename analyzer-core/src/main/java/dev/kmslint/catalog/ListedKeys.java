package dev.kmslint.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition keys that a table of services lists for one; families are open to any text. */
final class ListedKeys {
  private final Map<String, ConditionKeyInfo> single = new HashMap<>();
  private final List<ConditionKeyInfo> families = new ArrayList<>();
  private final List<ConditionKeyInfo> all;

  ListedKeys(List<ConditionKeyInfo> keys) {
    all = List.copyOf(keys);
    for (ConditionKeyInfo key : keys) {
      if (key.genericName().indexOf('*') >= 0) {
        families.add(key);
      } else {
        single.put(key.genericName(), key);
      }
    }
  }

  @Nullable ConditionKeyInfo find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    ConditionKeyInfo key = single.get(lower);
    if (key != null) {
      return key;
    }
    for (ConditionKeyInfo family : families) {
      int open = family.genericName().indexOf('*');
      if (lower.length() > open && NamePattern.matches(family.genericName(), lower)) {
        return family.member(family.name().substring(0, open) + name.substring(open));
      }
    }
    return null;
  }

  /** The names of the keys that have a prefix. */
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
