package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags snapshots whose attribute restore does not list the account. */
public final class NotSharedWithAccount extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/not-shared-with-account",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the snapshot is not shared with the account",
          "0.1.0",
          List.of(SharingPages.SHARE, SharingPages.SHARE_CALL));

  /** The rule. */
  public NotSharedWithAccount() {
    super(Gap.Kind.NOT_SHARED_WITH_ACCOUNT, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot() + ", because the snapshot is not shared with " + sharing.account();
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "run `aws rds modify-db-"
        + kind(sharing)
        + "-attribute --db-"
        + kind(sharing)
        + "-identifier "
        + (gap.detail("identifier").isEmpty() ? "NAME" : gap.detail("identifier"))
        + " --attribute-name restore --values-to-add "
        + sharing.accountId()
        + "` in the snapshot's account";
  }

  private static String kind(Sharing sharing) {
    return sharing.isCluster() ? "cluster-snapshot" : "snapshot";
  }
}
