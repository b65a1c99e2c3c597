package dev.kmslint.access.exact.search;

import dev.kmslint.access.Request;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Escape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for one request in a box, outside of others. */
public final class Search {
  private static final int MOST_TRIES = 200;

  private final Realizer realizer;
  private final List<Box> never;
  private final Escape escape = new Escape();
  private boolean incomplete;

  /**
   * A request that was found.
   *
   * @param box requests like it
   */
  public record Found(Box box, Request request) {}

  private interface Target {
    @Nullable Found in(Box box);
  }

  /** A search among the requests of a question. */
  public Search(Model model) {
    Scope scope = model.scope();
    boolean ids = scope.language().callers().ids();
    this.realizer = new Realizer(model.space(), scope.question().context(), ids);
    this.never = new ArrayList<>(model.space().impossible());
  }

  /** Whether nothing follows from a search that found nothing. */
  public boolean isIncomplete() {
    return incomplete || escape.isExhausted();
  }

  /** A request that is in a box and in none of some hits' boxes; null when none was found. */
  public @Nullable Found outside(Box box, List<Hit> hits) {
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

  /** A request that the policies allow; null when none was found. */
  public @Nullable Found allowed(Composition policies) {
    return allowed(policies.regions(), policies.denies());
  }

  public @Nullable Found allowed(List<Region> regions, List<Hit> denies) {
    return along(regions, box -> outside(box, denies));
  }

  /** A request that one set of policies allows and another one does not; null without one. */
  public @Nullable Found allowedNow(Composition now, Composition before) {
    return along(now.regions(), box -> deniedIn(box, before, now.denies()));
  }

  private @Nullable Found along(List<Region> regions, Target target) {
    for (Region region : regions) {
      for (List<List<Hit>> path : region.paths()) {
        Found found = along(region.limit(), path, 0, target);
        if (found != null || isIncomplete()) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found along(Box box, List<List<Hit>> path, int from, Target target) {
    if (from == path.size()) {
      return target.in(box);
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
      Found found = along(both, path, from + 1, target);
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

  /** A request that the policies do not let through, or that a Deny hits; null without one. */
  public @Nullable Found denied(Composition policies) {
    for (Region region : policies.regions()) {
      Found found = deniedIn(region.limit(), region, List.of());
      if (found != null || isIncomplete()) {
        return found;
      }
    }
    for (Hit deny : policies.denies()) {
      Found found = outside(deny.box(), List.of());
      if (found != null || isIncomplete()) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Found deniedIn(Box box, Composition policies, List<Hit> except) {
    for (Region region : policies.regions()) {
      if (region.limit().meets(box)) {
        Found found = deniedIn(box.and(region.limit()), region, except);
        if (found != null || isIncomplete()) {
          return found;
        }
      }
    }
    for (Hit deny : policies.denies()) {
      if (deny.box().meets(box)) {
        Found found = outside(box.and(deny.box()), except);
        if (found != null || isIncomplete()) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found deniedIn(Box box, Region region, List<Hit> except) {
    for (List<Hit> cover : region.covers()) {
      Found found = outside(box, except.isEmpty() ? cover : Layers.union(List.of(cover, except)));
      if (found != null || isIncomplete()) {
        return found;
      }
    }
    return null;
  }
}
