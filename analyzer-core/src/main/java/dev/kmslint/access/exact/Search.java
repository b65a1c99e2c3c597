package dev.kmslint.access.exact;

import dev.kmslint.access.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for one request in a box, outside of others. */
final class Search {
  private static final int MOST_TRIES = 200;

  private final Realizer realizer;
  private final List<Box> never;
  private final Escape escape = new Escape();
  private boolean incomplete;

  /**
   * @param impossible combinations that no request has
   */
  Search(Realizer realizer, List<Box> impossible) {
    this.realizer = realizer;
    this.never = new ArrayList<>(impossible);
  }

  /**
   * A request that was found.
   *
   * @param box requests like it
   */
  record Found(Box box, Request request) {}

  /** Whether nothing follows from a search that found nothing. */
  boolean isIncomplete() {
    return incomplete || escape.isExhausted();
  }

  /** A request that is in a box and in none of some hits' boxes; null when none was found. */
  @Nullable Found outside(Box box, List<Hit> hits) {
    List<Box> others = new ArrayList<>(never.size() + hits.size());
    others.addAll(never);
    for (Hit hit : hits) {
      if (hit.box().meets(box)) {
        others.add(hit.box());
      }
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Box found = escape.outside(box, others);
      if (found == null) {
        return null;
      }
      Realizer.Result result = realizer.realize(found);
      if (result.request() != null) {
        return new Found(found, result.request());
      }
      if (result.conflict() == null) {
        incomplete = true;
        return null;
      }
      others.add(result.conflict());
      never.add(result.conflict());
    }
    incomplete = true;
    return null;
  }

  /** A request that the regions let through and no deny hits; null when none was found. */
  @Nullable Found allowed(List<Region> regions, List<Hit> denies) {
    for (Region region : regions) {
      for (List<List<Hit>> path : region.paths()) {
        Found found = along(region.limit(), path, 0, denies);
        if (found != null || isIncomplete()) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found along(Box box, List<List<Hit>> path, int from, List<Hit> denies) {
    if (from == path.size()) {
      return outside(box, denies);
    }
    List<Box> tried = new ArrayList<>();
    for (Hit hit : path.get(from)) {
      if (!hit.box().meets(box)) {
        continue;
      }
      Box both = box.and(hit.box());
      if (isInsideOne(both, tried)) {
        continue;
      }
      tried.add(both);
      Found found = along(both, path, from + 1, denies);
      if (found != null || isIncomplete()) {
        return found;
      }
    }
    return null;
  }

  private static boolean isInsideOne(Box box, List<Box> others) {
    for (Box other : others) {
      if (box.isInside(other)) {
        return true;
      }
    }
    return false;
  }

  /** A request that the regions do not let through, or that a deny hits; null when none was found. */
  @Nullable Found denied(List<Region> regions, List<Hit> denies) {
    for (Region region : regions) {
      for (List<Hit> cover : region.covers()) {
        Found found = outside(region.limit(), cover);
        if (found != null || isIncomplete()) {
          return found;
        }
      }
    }
    for (Hit deny : denies) {
      Found found = outside(deny.box(), List.of());
      if (found != null || isIncomplete()) {
        return found;
      }
    }
    return null;
  }
}
