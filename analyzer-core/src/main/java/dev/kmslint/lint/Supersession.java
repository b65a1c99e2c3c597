package dev.kmslint.lint;

import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which findings about a policy remain where several have one cause. A finding that is left out
 * still supersedes others, so the order of the rules does not matter.
 */
final class Supersession {
  private static final int NOWHERE = -1;

  /** Findings of a rule at a place, or in a statement, whose number then is the start. */
  private record Spot(String rule, RuleInfo.Where where, int start, int end) {}

  private final List<Finding> findings;
  private final List<Statement> statements;
  private final Set<Spot> superseded = new HashSet<>();

  /**
   * @param superseding the rules that found something and supersede others
   * @param findings what all rules found in the policy
   */
  Supersession(List<RuleInfo> superseding, List<Finding> findings, Policy policy) {
    this.findings = findings;
    this.statements = policy.statements();
    for (RuleInfo rule : superseding) {
      for (Finding finding : findings) {
        if (finding.rule().equals(rule.id())) {
          supersede(rule, finding.location());
        }
      }
    }
  }

  private void supersede(RuleInfo rule, SourceLocation place) {
    for (RuleInfo.Superseded other : rule.supersedes()) {
      Spot spot = spot(other.rule(), other.where(), place);
      if (spot.start() != NOWHERE) {
        superseded.add(spot);
      }
    }
  }

  private Spot spot(String rule, RuleInfo.Where where, SourceLocation place) {
    return where == RuleInfo.Where.PLACE
        ? new Spot(rule, where, place.start(), place.end())
        : new Spot(rule, where, statement(place.start()), 0);
  }

  /** The number of the statement that holds an offset; they stand in the order of the text. */
  private int statement(int offset) {
    int low = 0;
    int high = statements.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      SourceLocation place = statements.get(middle).location();
      if (offset < place.start()) {
        high = middle - 1;
      } else if (offset >= place.end()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return NOWHERE;
  }

  /** The findings that no other makes superfluous, in their order. */
  List<Finding> remaining() {
    List<Finding> remaining = new ArrayList<>();
    for (Finding finding : findings) {
      SourceLocation place = finding.location();
      if (!superseded.contains(spot(finding.rule(), RuleInfo.Where.PLACE, place))
          && !superseded.contains(spot(finding.rule(), RuleInfo.Where.STATEMENT, place))) {
        remaining.add(finding);
      }
    }
    return remaining;
  }
}
