package dev.kmslint.access.exact;

import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.search.Hit;
import dev.kmslint.access.exact.search.Region;
import dev.kmslint.access.exact.term.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Boxes with one atom in each dimension. */
public final class Point {
  private Point() {}

  /** One of a box's points. */
  static Box of(Box box) {
    Box point = box.copy();
    for (int d = 0; d < box.layout().dimensions(); d++) {
      point.limitTo(d, box.first(d));
    }
    return point;
  }

  /** The same point with another atom in one dimension. */
  static Box with(Box point, int dimension, int atom) {
    Box moved = Box.everything(point.layout());
    for (int d = 0; d < point.layout().dimensions(); d++) {
      moved.limitTo(d, d == dimension ? atom : point.first(d));
    }
    return moved;
  }

  /** Whether each of some layers has a hit on a point. */
  public static boolean isOn(Box point, List<List<Hit>> path) {
    for (List<Hit> layer : path) {
      if (!isHit(point, layer)) {
        return false;
      }
    }
    return true;
  }

  public static boolean isHit(Box point, List<Hit> hits) {
    for (Hit hit : hits) {
      if (point.isInside(hit.box())) {
        return true;
      }
    }
    return false;
  }

  /** Whether policies allow a point. */
  public static boolean isAllowed(Box point, Composition policies) {
    if (isHit(point, policies.denies())) {
      return false;
    }
    for (Region region : policies.regions()) {
      if (point.isInside(region.limit())) {
        for (List<List<Hit>> path : region.paths()) {
          if (isOn(point, path)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The rules on whose hits a point is allowed. */
  static Set<Rule> rulesOn(Box point, Composition policies) {
    Set<Rule> rules = new LinkedHashSet<>();
    for (Region region : policies.regions()) {
      if (!point.isInside(region.limit())) {
        continue;
      }
      for (List<List<Hit>> path : region.paths()) {
        if (isOn(point, path)) {
          for (List<Hit> layer : path) {
            addHits(point, layer, rules);
          }
        }
      }
    }
    return rules;
  }

  private static void addHits(Box point, List<Hit> layer, Set<Rule> to) {
    for (Hit hit : layer) {
      if (hit.rule() != null && point.isInside(hit.box())) {
        to.add(hit.rule());
      }
    }
  }

  /** Whether a point is no request. */
  public static boolean isImpossible(Box point, Space space) {
    for (Box impossible : space.impossible()) {
      if (point.isInside(impossible)) {
        return true;
      }
    }
    return false;
  }
}
