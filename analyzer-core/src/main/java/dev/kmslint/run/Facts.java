package dev.kmslint.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts condition keys and their values together. */
final class Facts {
  private Facts() {}

  /** Both, where the second goes before the first; upper and lower case do not matter in keys. */
  static Map<String, List<String>> merged(
      Map<String, List<String>> base, Map<String, List<String>> over) {
    if (over.isEmpty()) {
      return base;
    }
    Map<String, List<String>> merged = new LinkedHashMap<>(base);
    for (Map.Entry<String, List<String>> fact : over.entrySet()) {
      for (String key : base.keySet()) {
        if (key.equalsIgnoreCase(fact.getKey())) {
          merged.remove(key);
        }
      }
      merged.put(fact.getKey(), fact.getValue());
    }
    return merged;
  }
}
