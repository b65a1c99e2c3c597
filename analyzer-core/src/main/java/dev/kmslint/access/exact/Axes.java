package dev.kmslint.access.exact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps axes that were split, for questions that split the same domain for the same predicates. */
final class Axes {
  private static final int MOST = 512;

  private record Key(Domain domain, List<Predicate> predicates, int texts) {}

  private final Map<Key, Axis> known = new ConcurrentHashMap<>();

  Axis of(Domain domain, List<Predicate> predicates, int texts) {
    if (domain.isSingle()) {
      return new Axis(domain, predicates, texts);
    }
    Key key = new Key(domain, predicates, texts);
    Axis axis = known.get(key);
    if (axis == null) {
      axis = new Axis(domain, predicates, texts);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, axis);
    }
    return axis;
  }
}
