package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags the restore of a DB instance from a snapshot that is both shared and encrypted. */
public final class InstanceDirectRestore extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/instance-direct-restore",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a shared, encrypted snapshot of a DB instance is restored without a copy",
          "0.1.0",
          List.of(SharingPages.SHARE_INSTANCE));

  /** The rule. */
  public InstanceDirectRestore() {
    super(Gap.Kind.INSTANCE_DIRECT_RESTORE, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because no DB instance can be restored from a snapshot that is both shared and"
        + " encrypted";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "copy the snapshot in "
        + sharing.account()
        + " with a key of that account, and restore the copy";
  }
}
