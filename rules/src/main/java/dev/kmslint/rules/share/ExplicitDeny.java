package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Targets;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Side;
import java.util.List;

/** Flags a Deny in the key policy or an identity policy that covers what a sharing needs. */
public final class ExplicitDeny extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/explicit-deny",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a Deny of the key policy or of an identity policy covers what the sharing needs",
          "0.1.0",
          List.of(SharingPages.EVALUATION, SharingPages.EVALUATION_ACROSS_ACCOUNTS));

  /** The rule. */
  public ExplicitDeny() {
    super(Gap.Kind.EXPLICIT_DENY, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        gap.detail("statement")
            + " of the "
            + gap.side().title()
            + " denies "
            + SharingActions.of(gap)
            + " on "
            + Targets.of(gap)
            + " to ",
        "");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return gap.side() == Side.KEY_POLICY
        ? "exempt "
            + sharing.account()
            + " with `\"StringNotEquals\": {\"aws:PrincipalAccount\": \""
            + sharing.accountId()
            + "\"}` in the `Condition` of this Deny, or take the actions out of it"
        : "take "
            + SharingActions.all(gap)
            + " out of this Deny, or let its resources leave out "
            + Targets.of(gap);
  }
}
