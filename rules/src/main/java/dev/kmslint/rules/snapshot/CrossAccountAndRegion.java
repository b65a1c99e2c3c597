package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/** Warns of calls that cross accounts and Regions at once: AWS's pages disagree on them. */
public final class CrossAccountAndRegion extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/cross-account-and-region",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "the call crosses accounts and Regions at once, on which AWS's pages disagree",
          "0.1.0",
          List.of(SharingPages.COPY, SharingPages.COPY_ACROSS_ACCOUNTS, SharingPages.COPY_CALL));

  /** The rule. */
  public CrossAccountAndRegion() {
    super(Gap.Kind.CROSS_ACCOUNT_AND_REGION, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "whether "
        + sharing.caller()
        + " can "
        + sharing.task()
        + " of another account from "
        + Wording.code(gap.detail("from"))
        + " to "
        + Wording.code(gap.detail("to"))
        + " in one step is open, because AWS's pages disagree";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "if the call fails, copy the snapshot within "
        + Wording.code(gap.detail("from"))
        + " first, and that copy to "
        + Wording.code(gap.detail("to"));
  }
}
