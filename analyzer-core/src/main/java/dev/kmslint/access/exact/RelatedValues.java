package dev.kmslint.access.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the values of keys that are compared with each other. */
final class RelatedValues {
  private RelatedValues() {}

  /**
   * Puts values in the place of those that were chosen for each key alone; false when none were
   * found.
   */
  static boolean apply(Space space, Box box, Map<String, Axis.Atom> chosen) {
    Map<String, Integer> atoms = new LinkedHashMap<>();
    for (Relation relation : space.relations()) {
      for (String key : List.of(relation.one(), relation.other())) {
        atoms.put(key, box.first(space.slot(key).dimension()));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> entry : atoms.entrySet()) {
      String key = entry.getKey();
      Axis.Atom atom = space.slot(key).axis().atoms().get(entry.getValue());
      if (atom.values() == null) {
        chosen.put(key, atom);
        continue;
      }
      String value = value(space, box, key, atom, values);
      if (value == null) {
        return false;
      }
      values.put(key, value);
      chosen.put(key, new Axis.Atom(List.of(value), List.of(value)));
    }
    return true;
  }

  private static boolean isEqual(Space space, Box box, Relation relation) {
    return box.first(space.slot(relation.name()).dimension()) == Relation.EQUAL_ATOM;
  }

  private static @Nullable String value(
      Space space, Box box, String key, Axis.Atom atom, Map<String, String> values) {
    List<String> taken = new ArrayList<>();
    for (Relation relation : space.relations()) {
      boolean first = relation.one().equals(key);
      if (!first && !relation.other().equals(key)) {
        continue;
      }
      String known = values.get(first ? relation.other() : relation.one());
      if (known == null) {
        continue;
      }
      if (isEqual(space, box, relation)) {
        return known;
      }
      taken.add(known);
    }
    for (String text : atom.texts()) {
      if (!taken.contains(text)) {
        return text;
      }
    }
    return null;
  }
}
