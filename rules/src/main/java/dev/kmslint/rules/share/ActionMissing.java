package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Side;
import java.util.List;

/** Flags actions other than kms:CreateGrant that one side of a sharing does not allow. */
public final class ActionMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/action-missing",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "one side does not allow another action that the sharing needs",
          "0.1.0",
          List.of(SharingPages.KEYS, SharingPages.SHARE, SharingPages.SHARE_ENCRYPTED));

  /** The rule. */
  public ActionMissing() {
    super(Gap.Kind.ACTION_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return gap.side() == Side.KEY_POLICY
        ? sharing.message(
            gap,
            "the policy of " + sharing.key() + " does not let ",
            " call " + SharingActions.of(gap) + Missing.dead(gap))
        : sharing.message(
            gap,
            "no identity policy lets ",
            " call "
                + SharingActions.of(gap)
                + " on "
                + on(gap, sharing.key())
                + Missing.dead(gap));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return Missing.help(
        gap,
        "allow "
            + SharingActions.all(gap)
            + (gap.side() == Side.KEY_POLICY
                ? " for " + Wording.code(sharing.principal()) + " in the key policy"
                : " on " + on(gap, sharing.keyArn()) + " in an identity policy"));
  }

  private static String on(Gap gap, String key) {
    return gap.actions().get(0).startsWith("kms:") ? key : "the snapshot";
  }
}
