package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/**
 * Flags requests that leave a copy or a restored database encrypted with the other account's key.
 */
public final class KeepsSourceKey extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/keeps-source-key",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "the copy or the restored database stays under the owner's key",
          "0.1.0",
          List.of(SharingPages.COPY_CALL, SharingPages.RESTORE_CALL, SharingPages.SHARE_ENCRYPTED));

  /** The rule. */
  public KeepsSourceKey() {
    super(Gap.Kind.KEEPS_SOURCE_KEY, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return (sharing.isCopy() ? "the copy" : "the restored database")
        + " stays encrypted with "
        + sharing.key()
        + " of "
        + sharing.owner()
        + ", so "
        + sharing.account()
        + " loses it when that key is disabled or no longer shared";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "name a key of " + sharing.account() + " in `KmsKeyId`";
  }
}
