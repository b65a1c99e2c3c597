package dev.kmslint.rules;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.Severity;
import dev.kmslint.share.Gap;
import dev.kmslint.share.ShareResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that words one kind of gap: an error where the sharing breaks, else a warning. Where the
 * gap is and what shows it, the gap says itself.
 */
public abstract class GapRule implements Rule.OfShare {
  private final Gap.Kind kind;
  private final RuleInfo info;

  /** A rule for a kind of gap. */
  protected GapRule(Gap.Kind kind, RuleInfo info) {
    this.kind = kind;
    this.info = info;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final List<Finding> check(ShareResult result) {
    List<Finding> findings = new ArrayList<>();
    for (Gap gap : result.gaps()) {
      if (gap.kind() == kind) {
        findings.add(finding(gap, new Sharing(result)));
      }
    }
    return findings;
  }

  private Finding finding(Gap gap, Sharing sharing) {
    boolean breaks = gap.consequence() == Gap.Consequence.BREAKS;
    Finding.Builder builder =
        Finding.of(info).at(gap.location()).severity(breaks ? Severity.ERROR : Severity.WARNING);
    for (Gap.Evidence evidence : gap.evidence()) {
      builder.related(evidence.location(), evidence.phrase());
    }
    return builder.says(message(gap, sharing), help(gap, sharing));
  }

  /** What does not work, for whom, and why: one sentence, lower case, without a final period. */
  protected abstract String message(Gap gap, Sharing sharing);

  /** What to write or to do, in the same form. */
  protected abstract String help(Gap gap, Sharing sharing);
}
