package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags snapshots under an AWS owned key, which has no policy that could be seen. */
public final class AwsOwnedKey extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/aws-owned-key",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "the snapshot is encrypted with a key that AWS owns",
          "0.1.0",
          List.of(SharingPages.ENCRYPTION, SharingPages.SHARE_ENCRYPTED));

  /** The rule. */
  public AwsOwnedKey() {
    super(Gap.Kind.AWS_OWNED_KEY, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "whether "
        + sharing.caller()
        + " can "
        + sharing.task()
        + " is open, because the snapshot is encrypted with a key that AWS owns, and AWS's pages do not say"
        + " whether such a snapshot can be shared";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "copy the snapshot to a customer managed key, and share that key and that copy";
  }
}
