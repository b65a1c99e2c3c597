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

/** Flags requests whose key is in another Region than the call. */
public final class TargetKeyOtherRegion extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/target-key-other-region",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the request's key is in another Region than the call",
          "0.1.0",
          List.of(SharingPages.COPY_CALL, SharingPages.COPY));

  /** The rule. */
  public TargetKeyOtherRegion() {
    super(Gap.Kind.TARGET_KEY_OTHER_REGION, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because the request's key is in "
        + Wording.code(gap.detail("keyRegion"))
        + ", and a call in "
        + Wording.code(gap.detail("region"))
        + " needs a key of that Region";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "name a key in " + Wording.code(gap.detail("region"));
  }
}
