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

/** Flags requests that name another account's snapshot as if it were the caller's own. */
public final class IdentifierNotArn extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/identifier-not-arn",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a shared snapshot is named by its identifier, not by its ARN",
          "0.1.0",
          List.of(SharingPages.SHARE, SharingPages.COPY_CALL));

  /** The rule. */
  public IdentifierNotArn() {
    super(Gap.Kind.IDENTIFIER_NOT_ARN, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because "
        + Wording.code(gap.detail("identifier"))
        + " is looked up among the snapshots of "
        + sharing.account()
        + ", and the shared one is not there";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "write the snapshot's ARN"
        + (gap.detail("arn").isEmpty()
            ? ", as `arn:aws:rds:REGION:ACCOUNT:"
                + (sharing.isCluster() ? "cluster-" : "")
                + "snapshot:NAME`"
            : ", " + Wording.code(gap.detail("arn")));
  }
}
