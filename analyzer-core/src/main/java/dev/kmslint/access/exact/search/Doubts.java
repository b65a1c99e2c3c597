package dev.kmslint.access.exact.search;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.box.Space;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.access.exact.term.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything whose meaning is in doubt, each as an axis with the atoms "it does not match" and "it
 * does". What means the same is on the same axis.
 */
final class Doubts {
  private static final int MOST_IN_A_RULE = 6;
  private static final int DOES = 1;
  private static final Predicate DOES_NOT_MATCH = Relation.predicate(false);
  private static final Predicate MATCHES = Relation.predicate(true);

  private final Map<String, String> axes = new HashMap<>();
  private boolean complete = true;

  /** Whether all doubts were taken apart. */
  boolean areComplete() {
    return complete;
  }

  /**
   * Notes what is in doubt about a predicate.
   *
   * @param many whether the axis holds sets of values
   */
  void announce(String axis, Predicate predicate, boolean many, Space space) {
    if (!isExact(predicate, many)) {
      add(axis + " " + predicate.signature(), space);
    }
  }

  /** A rule that could not be read in full is in doubt as a whole. */
  void announce(Rule rule, Space space) {
    add(ofWhole(rule), space);
  }

  /** What is not known may be an Allow in one reading and a Deny in another one. */
  private static String ofWhole(Rule rule) {
    return (rule.isDeny() ? "deny " : "allow ") + rule.statement().location().text();
  }

  private void add(String doubt, Space space) {
    String axis = name(doubt);
    space.add(axis, Relation.DOMAIN);
    space.announce(axis, DOES_NOT_MATCH); // which make the two atoms
    space.announce(axis, MATCHES);
  }

  private static boolean isExact(Predicate predicate, boolean many) {
    return many ? predicate.isExactOnSets() : predicate.isExact();
  }

  private String name(String doubt) {
    return axes.computeIfAbsent(doubt, any -> "DOUBT " + axes.size());
  }

  /** Adds the boxes of a rule: one for every meaning of what is in doubt about it. */
  void addBoxes(Box all, Rule rule, List<Term> terms, Space space, List<Box> to) {
    List<Term> inDoubt = new ArrayList<>();
    Box box = all.copy();
    for (Term term : terms) {
      boolean many = space.slot(term.axis()).axis().domain().many();
      if (isExact(term.predicate(), many)) {
        space.limit(box, term, true);
      } else {
        inDoubt.add(term);
      }
    }
    if (rule.isUnsure()) {
      box.limitTo(space.slot(name(ofWhole(rule))).dimension(), DOES);
    }
    if (inDoubt.size() > MOST_IN_A_RULE) {
      complete = false;
      return;
    }
    for (int meaning = 0; meaning < 1 << inDoubt.size(); meaning++) {
      Box part = box.copy();
      for (int i = 0; i < inDoubt.size(); i++) {
        Term term = inDoubt.get(i);
        int does = meaning >> i & 1;
        space.limit(part, term, does == DOES);
        String name = name(term.axis() + " " + term.predicate().signature());
        part.limitTo(space.slot(name).dimension(), does);
      }
      if (!part.isEmpty()) {
        to.add(part);
      }
    }
  }
}
