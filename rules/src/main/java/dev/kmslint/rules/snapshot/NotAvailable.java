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

/** Flags snapshots that are being made, or failed: only an available one can be copied. */
public final class NotAvailable extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/not-available",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the snapshot's status is not `available`",
          "0.1.0",
          List.of(SharingPages.COPY_CALL));

  /** The rule. */
  public NotAvailable() {
    super(Gap.Kind.SNAPSHOT_NOT_AVAILABLE, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because the snapshot's status is "
        + Wording.code(gap.detail("status"))
        + " and not `available`";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "make the call when the status is `available`";
  }
}
