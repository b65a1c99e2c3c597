package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Side;
import java.util.List;

/** Flags documents that name another key than the sharing does. */
public final class KeyMismatch extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/key-mismatch",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the snapshot is encrypted with another key than the one that is shared",
          "0.1.0",
          List.of(SharingPages.SHARE_ENCRYPTED, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  /** The rule. */
  public KeyMismatch() {
    super(Gap.Kind.KEY_MISMATCH, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return gap.side() == Side.SNAPSHOT
        ? sharing.cannot()
            + ", because the snapshot is encrypted with "
            + Wording.code(gap.detail("snapshotKey"))
            + " and not with "
            + sharing.key()
        : "this describes "
            + Wording.code(gap.detail("snapshotKey"))
            + " and not "
            + sharing.key()
            + ", so it does not tell whether "
            + sharing.caller()
            + " can "
            + sharing.task();
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return gap.side() == Side.SNAPSHOT
        ? "share "
            + Wording.code(gap.detail("snapshotKey"))
            + ": check its policy, with its ARN in `--key-arn`"
        : "give the output of `aws kms describe-key` for " + sharing.keyArn();
  }
}
