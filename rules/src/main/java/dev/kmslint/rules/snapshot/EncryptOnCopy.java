package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags a key in the request that copies an unencrypted cluster snapshot, which AWS refuses. */
public final class EncryptOnCopy extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/encrypt-on-copy",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an unencrypted cluster snapshot cannot be encrypted while it is copied",
          "0.1.0",
          List.of(SharingPages.COPY_CALL, SharingPages.RESTORE_CALL));

  /** The rule. */
  public EncryptOnCopy() {
    super(Gap.Kind.ENCRYPT_ON_COPY, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + " with this `KmsKeyId`, because the cluster snapshot is not encrypted, and a copy cannot"
        + " change that";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "leave out `KmsKeyId`, or restore a cluster with it, which is then encrypted";
  }
}
