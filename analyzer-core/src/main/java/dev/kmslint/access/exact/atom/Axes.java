package dev.kmslint.access.exact.atom;

import dev.kmslint.access.Effort;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps axes that were split, for questions that split the same domain for the same predicates. */
public final class Axes {
  private static final int MOST = 512;

  private record Key(Domain domain, List<Predicate> predicates, int texts) {}

  private final @Nullable Effort effort;
  private final Map<Key, Axis> known = new ConcurrentHashMap<>();

  /**
   * @param effort for all axes together; null where each is on its own
   */
  public Axes(@Nullable Effort effort) {
    this.effort = effort;
  }

  public Axis of(Domain domain, List<Predicate> predicates, int texts) {
    if (domain.isSingle()) {
      return axis(domain, predicates, texts);
    }
    Key key = new Key(domain, predicates, texts);
    Axis axis = known.get(key);
    if (axis == null) {
      axis = axis(domain, predicates, texts);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, axis);
    }
    return axis;
  }

  private Axis axis(Domain domain, List<Predicate> predicates, int texts) {
    int most = Axis.MAX_STATES;
    Effort own =
        effort == null || domain.equals(Relation.DOMAIN) ? Effort.of(most) : effort.part(most);
    return new Axis(domain, predicates, texts, own);
  }
}
