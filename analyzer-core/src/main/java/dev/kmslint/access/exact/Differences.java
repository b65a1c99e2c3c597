package dev.kmslint.access.exact;

import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.search.Composition;
import dev.kmslint.access.exact.term.Term;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds on what it depends whether a request is allowed. */
final class Differences {
  private static final int MOST_ATOMS = 64;

  private final Space space;
  private final Composition policies;

  Differences(Space space, Composition policies) {
    this.space = space;
    this.policies = policies;
  }

  /** What decides between requests like an allowed one and like a denied one. */
  Set<String> between(Box allowed, Box denied) {
    Box yes = Point.of(allowed);
    Box no = nearest(yes, Point.of(denied));
    Set<String> keys = new LinkedHashSet<>();
    for (Space.Slot slot : space.slots()) {
      if (isKey(slot.name()) && (differ(slot, yes, no) || decides(slot, yes))) {
        for (String key : slot.name().split(Relation.SEPARATOR, -1)) {
          keys.add(key);
        }
      }
    }
    if (keys.isEmpty()) {
      if (yes.first(0) != no.first(0)) {
        keys.add("action");
      }
      for (Space.Slot slot : space.slots()) {
        if (differ(slot, yes, no)) {
          keys.add(Term.word(slot.name()));
        }
      }
    }
    return keys;
  }

  private static boolean isKey(String name) {
    return !name.equals(Term.PRINCIPAL) && !name.equals(Term.RESOURCE);
  }

  /** Moves a denied point towards an allowed one as far as it stays denied. */
  private Box nearest(Box yes, Box no) {
    Box near = no;
    for (int d = 0; d < yes.layout().dimensions(); d++) {
      if (near.first(d) != yes.first(d)) {
        Box moved = Point.with(near, d, yes.first(d));
        if (!Point.isImpossible(moved, space) && !Point.isAllowed(moved, policies)) {
          near = moved;
        }
      }
    }
    return near;
  }

  private static boolean differ(Space.Slot slot, Box one, Box other) {
    for (int d = slot.dimension(); d < slot.dimension() + slot.dimensions(); d++) {
      if (one.first(d) != other.first(d)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an allowed point is denied with another value on one axis alone. */
  private boolean decides(Space.Slot slot, Box yes) {
    if (!slot.axis().isSplit()) {
      return false;
    }
    int atoms = Math.min(slot.axis().atoms().size(), MOST_ATOMS);
    for (int atom = 0; atom < atoms; atom++) {
      Box moved = Point.with(yes, slot.dimension(), atom);
      if (!Point.isImpossible(moved, space) && !Point.isAllowed(moved, policies)) {
        return true;
      }
    }
    return false;
  }
}
