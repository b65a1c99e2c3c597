package dev.kmslint.access.exact;

import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Seen;
import dev.kmslint.access.exact.search.Scope;
import dev.kmslint.access.exact.term.ActionSet;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cheap look at whether rules can cover another one: each of its actions on each of its
 * resources, with something unheard of in the place of wildcards, must be matched by one of them.
 * Conditions and principals are left aside: where what the rule's conditions mean hangs on the
 * action or the resource, nothing is said.
 */
final class Sampling {
  private static final String UNHEARD_OF = "zq0zq";

  private final Scope scope;
  private final Rule about;

  /**
   * @param scope of requests that are of interest for that rule
   */
  Sampling(Scope scope, Rule about) {
    this.scope = scope;
    this.about = about;
  }

  /** False only where some request of the rule is certainly matched by none of the others. */
  boolean mayBeCovered(List<Rule> rules, java.util.function.Predicate<Rule> others) {
    ActionSet actions = scope.actions();
    long[] asked = actions.bits(a -> about.matchesAction(actions.name(a)));
    if (!areAlike(asked)) {
      return true;
    }
    List<Rule> by = new ArrayList<>();
    for (Rule rule : rules) {
      if (!rule.isVoid() && others.test(rule)) {
        by.add(rule);
      }
    }
    for (Seen resource : resources()) {
      long[] left = resource == null ? asked.clone() : scope.workingOn(resource, asked);
      for (Rule rule : by) {
        if (meets(rule, resource)) {
          drop(left, rule);
        }
      }
      if (!ActionSet.isEmpty(left)) {
        return false;
      }
    }
    return true;
  }

  private boolean meets(Rule rule, @Nullable Seen resource) {
    Predicate demand = rule.resource(scope.keys());
    return demand == null || resource == null || demand.may(resource);
  }

  private void drop(long[] left, Rule rule) {
    ActionSet actions = scope.actions();
    for (int a = 0; a < actions.size(); a++) {
      if ((left[a >> 6] & 1L << a) != 0 && rule.matchesAction(actions.name(a))) {
        left[a >> 6] &= ~(1L << a);
      }
    }
  }

  /** One resource of each of the rule's patterns; null for any. */
  private List<@Nullable Seen> resources() {
    List<@Nullable Seen> samples = new ArrayList<>();
    if (scope.hasOwnResources()) {
      for (Pattern pattern : about.resources()) {
        samples.add(new Seen.Given(List.of(pattern.sample(UNHEARD_OF))));
      }
    }
    if (samples.isEmpty()) {
      samples.add(null);
    }
    return samples;
  }

  /** Whether the rule's conditions mean the same for each of its actions and resources. */
  private boolean areAlike(long[] asked) {
    for (Condition condition : about.statement().conditions()) {
      String key = condition.key().value().toLowerCase(Locale.ROOT);
      if (key.equals("aws:resourceaccount")) {
        return false;
      }
      boolean some = false;
      boolean all = true;
      for (int a = 0; a < scope.actions().size(); a++) {
        if ((asked[a >> 6] & 1L << a) != 0) {
          boolean carried = scope.keys().carries(a, key);
          some |= carried;
          all &= carried;
        }
      }
      if (some != all) {
        return false;
      }
    }
    return true;
  }
}
