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
import java.util.List;

/** Flags a boundary, session policy, SCP or RCP that stops what both sides of a sharing allow. */
public final class GuardrailBlocks extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/guardrail-blocks",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a permissions boundary, session policy, SCP or RCP does not let the call through",
          "0.1.0",
          List.of(
              SharingPages.BOUNDARIES,
              SharingPages.SCPS,
              SharingPages.KMS_RCPS,
              SharingPages.EVALUATION));

  /** The rule. */
  public GuardrailBlocks() {
    super(Gap.Kind.GUARDRAIL_BLOCKS, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return gap.detail("reason").equals("deny")
        ? sharing.message(
            gap,
            gap.detail("statement")
                + " of the "
                + gap.side().title()
                + " denies "
                + SharingActions.of(gap)
                + " on "
                + Targets.of(gap)
                + " to ",
            "")
        : sharing.message(
            gap,
            "the " + gap.side().title() + " does not let ",
            " call " + SharingActions.of(gap) + " on " + Targets.of(gap));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return gap.detail("reason").equals("deny") ? denyHelp(gap, sharing) : allowHelp(gap);
  }

  private static String denyHelp(Gap gap, Sharing sharing) {
    String exempt = "take " + SharingActions.all(gap) + " out of this Deny";
    return switch (gap.side()) {
      case SCP ->
          exempt
              + ", or exempt the caller with `\"ArnNotLike\": {\"aws:PrincipalArn\": \""
              + (sharing.isForAccount()
                  ? sharing.accountArn().replace(":root", ":role/NAME")
                  : sharing.principal())
              + "\"}` in its `Condition`";
      case RCP ->
          exempt
              + ", or exempt "
              + sharing.account()
              + " with `\"StringNotEquals\": {\"aws:PrincipalAccount\": \""
              + sharing.accountId()
              + "\"}` in its `Condition`";
      default -> exempt;
    };
  }

  private static String allowHelp(Gap gap) {
    return "allow "
        + SharingActions.all(gap)
        + " on "
        + Targets.of(gap)
        + " in this "
        + gap.side().title()
        + " too: it gives nothing by itself, and lets through only what it allows";
  }
}
