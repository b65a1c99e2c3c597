package dev.kmslint.lint;

import dev.kmslint.share.Gap;
import dev.kmslint.share.ShareResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A share in a report.
 *
 * @param missing ids of the rules that word what breaks the share or leaves it open, in
 *     alphabetical order; it does not matter whether they run
 */
public record ShareReport(ShareResult result, List<String> missing) {
  public ShareReport {
    missing = List.copyOf(missing);
  }

  /**
   * The report of a share.
   *
   * @param rules also those that are off: what is missing does not depend on a person's choice
   */
  public static ShareReport of(ShareResult result, RuleSet rules) {
    if (result.gaps().isEmpty()) {
      return new ShareReport(result, List.of());
    }
    TreeSet<String> missing = new TreeSet<>();
    for (Gap gap : result.gaps()) {
      if (gap.consequence() != Gap.Consequence.WARNS) {
        addWordingRules(result, gap, rules.allShareRules(), missing);
      }
    }
    return new ShareReport(result, new ArrayList<>(missing));
  }

  /** A rule words a gap when it says more about the share with that gap than about one without. */
  private static void addWordingRules(
      ShareResult result, Gap gap, Collection<? extends Rule> rules, TreeSet<String> missing) {
    ShareResult with = withGaps(result, List.of(gap));
    ShareResult without = withGaps(result, List.of());
    for (Rule rule : rules) {
      if (rule instanceof Rule.OfShare one && count(one, with) > count(one, without)) {
        missing.add(rule.info().id());
      }
    }
  }

  /** How many findings a rule has; none when it fails, which the linter reports. */
  private static int count(Rule.OfShare rule, ShareResult result) {
    try {
      return rule.check(result).size();
    } catch (RuntimeException | StackOverflowError e) {
      return 0;
    }
  }

  private static ShareResult withGaps(ShareResult result, List<Gap> gaps) {
    return new ShareResult(
        result.name(),
        result.scenario(),
        result.verdict(),
        result.keyArn(),
        result.owner(),
        result.to(),
        result.location(),
        result.obligations(),
        gaps,
        result.assumptions(),
        result.inferred(),
        result.internalErrors());
  }
}
