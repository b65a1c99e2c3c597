package dev.kmslint.access.exact.search;

import dev.kmslint.access.exact.atom.Axis;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the values of keys that are compared with each other: one for all that are to be equal.
 */
final class RelatedValues {
  private RelatedValues() {}

  /**
   * Puts values in the place of those that were chosen for each key alone; false when none were
   * found.
   */
  static boolean apply(Space space, Box box, Map<String, Axis.Atom> chosen) {
    Set<String> keys = new LinkedHashSet<>();
    for (Relation relation : space.relations()) {
      keys.add(relation.one());
      keys.add(relation.other());
    }
    Map<String, String> values = new HashMap<>();
    for (String key : keys) {
      Space.Slot slot = space.slot(key);
      Axis.Atom atom = slot.axis().atoms().get(box.first(slot.dimension()));
      if (atom.values() == null) {
        chosen.put(key, atom);
        continue;
      }
      if (!values.containsKey(key)) {
        Set<String> same = equalTo(key, space, box);
        String value = value(space, box, same, atom, values);
        if (value == null) {
          return false;
        }
        for (String each : same) {
          values.put(each, value);
          chosen.put(each, new Axis.Atom(List.of(value), List.of(value)));
        }
      }
    }
    return true;
  }

  private static boolean isEqual(Space space, Box box, Relation relation) {
    return box.first(space.slot(relation.name()).dimension()) == Relation.EQUAL_ATOM;
  }

  /** A key and those that hold the same value, by one relation or by several. */
  private static Set<String> equalTo(String key, Space space, Box box) {
    Set<String> same = new LinkedHashSet<>();
    same.add(key);
    int known = 0;
    while (same.size() > known) {
      known = same.size();
      for (Relation relation : space.relations()) {
        if (isEqual(space, box, relation)
            && (same.contains(relation.one()) || same.contains(relation.other()))) {
          same.add(relation.one());
          same.add(relation.other());
        }
      }
    }
    return same;
  }

  /** A value for keys that hold the same; null when none was found that differs where it has to. */
  private static @Nullable String value(
      Space space, Box box, Set<String> same, Axis.Atom atom, Map<String, String> values) {
    Set<String> taken = new HashSet<>();
    for (Relation relation : space.relations()) {
      boolean one = same.contains(relation.one());
      boolean other = same.contains(relation.other());
      if (isEqual(space, box, relation) || (!one && !other)) {
        continue;
      }
      if (one && other) {
        return null;
      }
      String known = values.get(one ? relation.other() : relation.one());
      if (known != null) {
        taken.add(known);
      }
    }
    for (String text : atom.texts()) {
      if (!taken.contains(text)) {
        return text;
      }
    }
    return null;
  }
}
