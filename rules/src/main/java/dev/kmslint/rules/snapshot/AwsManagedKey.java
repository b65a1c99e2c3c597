package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags snapshots under an AWS managed key: nobody can change its policy. */
public final class AwsManagedKey extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/aws-managed-key",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the snapshot's key is managed by AWS and cannot be shared",
          "0.1.0",
          List.of(SharingPages.SHARE_ENCRYPTED, SharingPages.KEY_KINDS));

  /** The rule. */
  public AwsManagedKey() {
    super(Gap.Kind.AWS_MANAGED_KEY, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because "
        + sharing.key()
        + " is managed by AWS: its policy is for "
        + sharing.owner()
        + " alone, and nobody can change it";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "copy the snapshot in "
        + sharing.owner()
        + " to a customer managed key, and share that key and that copy";
  }
}
