package dev.kmslint.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command line that was read.
 *
 * @param values of each option that was given, as written; an empty list for a flag
 * @param words the other arguments
 */
record Line(Command command, Map<Option, List<String>> values, List<String> words) {
  Line {
    Map<Option, List<String>> copy = new TreeMap<>();
    for (Map.Entry<Option, List<String>> entry : values.entrySet()) {
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    values = copy;
    words = List.copyOf(words);
  }

  /** Whether an option was given. */
  boolean has(Option option) {
    return values.containsKey(option);
  }

  /** The value of an option; empty when it was not given. */
  String value(Option option) {
    List<String> all = all(option);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** The values of an option, in their order; empty when it was not given. */
  List<String> all(Option option) {
    return values.getOrDefault(option, List.of());
  }
}
