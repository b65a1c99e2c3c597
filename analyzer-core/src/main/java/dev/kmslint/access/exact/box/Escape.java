package dev.kmslint.access.exact.box;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a part of a box that lies outside a number of others: drops those that do not meet it,
 * gives up where one covers it, steps aside where one can be left in one dimension only, and
 * branches on the rest. Complete, within a budget of branches.
 */
public final class Escape {
  /** How many branches one answer may take. */
  static final int MAX_NODES = 200_000;

  private int nodes;

  /** Whether the budget ran out, so that nothing follows from a search that found nothing. */
  public boolean isExhausted() {
    return nodes > MAX_NODES;
  }

  /** A part of the box outside all the others; null when there is none, or the budget ran out. */
  public @Nullable Box outside(Box box, List<Box> others) {
    return box.isEmpty() ? null : outside(box.copy(), others.toArray(new Box[0]), others.size());
  }

  private @Nullable Box outside(Box box, Box[] others, int given) {
    int count = given;
    Layout layout = box.layout();
    boolean changed = true;
    int best = -1;
    while (changed) {
      changed = false;
      best = -1;
      int fewest = Integer.MAX_VALUE;
      for (int i = 0; i < count; i++) {
        Box other = others[i];
        int ways = 0;
        int way = -1;
        boolean apart = false;
        for (int d = 0; d < layout.dimensions() && !apart; d++) {
          if (!box.isInsideIn(d, other)) {
            apart = !box.meetsIn(d, other);
            ways++;
            way = d;
          }
        }
        if (!apart && ways == 0) {
          return null;
        }
        if (apart || ways == 1) {
          if (!apart) {
            box.limitToOutside(way, other);
            changed = true;
          }
          others[i] = others[--count];
          others[count] = other;
          i--;
        } else if (ways < fewest) {
          fewest = ways;
          best = i;
        }
      }
    }
    return count == 0 ? box : branch(box, others, count, best);
  }

  private @Nullable Box branch(Box box, Box[] others, int count, int best) {
    if (++nodes > MAX_NODES) {
      return null;
    }
    Layout layout = box.layout();
    Box other = others[best];
    for (int d = 0; d < layout.dimensions(); d++) {
      if (box.isInsideIn(d, other)) {
        continue;
      }
      Box part = box.copy();
      part.limitToOutside(d, other);
      Box found = outside(part, others.clone(), count);
      if (found != null || isExhausted()) {
        return found;
      }
      box.limitToInside(d, other);
    }
    return null;
  }
}
