package dev.kmslint.rules;

import dev.kmslint.access.Outcome;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.Severity;
import dev.kmslint.share.Gap;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Side;
import dev.kmslint.source.SourceLocation;
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
        findings.add(finding(gap, result));
      }
    }
    return findings;
  }

  private Finding finding(Gap gap, ShareResult result) {
    boolean breaks = gap.consequence() == Gap.Consequence.BREAKS;
    Finding.Builder builder =
        Finding.of(info).at(gap.location()).severity(breaks ? Severity.ERROR : Severity.WARNING);
    for (Gap.Evidence evidence : gap.evidence()) {
      builder.related(evidence.location(), evidence.phrase());
    }
    addOtherSide(gap, result, builder);
    Sharing sharing = new Sharing(result);
    return builder.says(message(gap, sharing), help(gap, sharing));
  }

  /** It takes both sides: where one of them is at fault, the place at which the other is right. */
  private static void addOtherSide(Gap gap, ShareResult result, Finding.Builder builder) {
    if (gap.side() != Side.KEY_POLICY && gap.side() != Side.IDENTITY) {
      return;
    }
    boolean keyAtFault = gap.side() == Side.KEY_POLICY;
    Side other = keyAtFault ? Side.IDENTITY : Side.KEY_POLICY;
    for (ShareResult.Decided decided : result.obligations()) {
      Outcome outcome = keyAtFault ? decided.identitySide() : decided.keySide();
      boolean concerned = gap.actions().contains(decided.action());
      if (concerned && outcome == Outcome.ALWAYS && !decided.because().isEmpty()) {
        SourceLocation place = decided.because().get(0).location();
        if (place.file() != gap.location().file()) {
          builder.related(
              place, "the " + other.title() + " allows `" + decided.action() + "` here");
          return;
        }
      }
    }
  }

  /** What does not work, for whom, and why: one sentence, lower case, without a final period. */
  protected abstract String message(Gap gap, Sharing sharing);

  /** What to write or to do, in the same form. */
  protected abstract String help(Gap gap, Sharing sharing);
}
