package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags copies of shared or far encrypted snapshots without a key for the copy. */
public final class TargetKeyMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/target-key-missing",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the request names no key for the copy, and the copy needs one",
          "0.1.0",
          List.of(SharingPages.COPY_CALL, SharingPages.COPY));

  /** The rule. */
  public TargetKeyMissing() {
    super(Gap.Kind.TARGET_KEY_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because the request names no `KmsKeyId`, and the copy of an encrypted snapshot "
        + (gap.detail("reason").equals("shared")
            ? "that another account shares needs one"
            : "in another Region needs a key of that Region");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "add `KmsKeyId` with a key of " + sharing.account() + " in the Region of the call";
  }
}
