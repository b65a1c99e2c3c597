package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags snapshots that are not manual ones: AWS shares only those. */
public final class Automated extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/automated",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an automated snapshot or one of AWS Backup cannot be shared",
          "0.1.0",
          List.of(SharingPages.SHARE, SharingPages.SHARE_INSTANCE));

  /** The rule. */
  public Automated() {
    super(Gap.Kind.AUTOMATED_SNAPSHOT, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because "
        + (gap.detail("type").equals("awsbackup")
            ? "a snapshot that AWS Backup made"
            : "an automated snapshot")
        + " cannot be shared";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "copy it to a manual snapshot with `aws rds copy-db-"
        + (sharing.isCluster() ? "cluster-" : "")
        + "snapshot`, and share the copy";
  }
}
