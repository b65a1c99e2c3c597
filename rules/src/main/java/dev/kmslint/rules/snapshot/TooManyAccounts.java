package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags snapshots that are shared with more accounts than the quota allows. */
public final class TooManyAccounts extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/too-many-accounts",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the snapshot is shared with more accounts than AWS allows",
          "0.1.0",
          List.of(SharingPages.SHARE));

  /** The rule. */
  public TooManyAccounts() {
    super(Gap.Kind.TOO_MANY_ACCOUNTS, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "the snapshot is shared with "
        + gap.detail("count")
        + " accounts, and AWS allows "
        + gap.detail("quota");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "share it with at most "
        + gap.detail("quota")
        + " accounts, and a copy of it with the others";
  }
}
