package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import dev.kmslint.share.Side;
import java.util.List;

/**
 * Flags a side of a sharing on which nothing allows kms:CreateGrant, without which the call fails.
 */
public final class CreateGrantMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/create-grant-missing",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "no statement of one side allows the caller `kms:CreateGrant`",
          "0.1.0",
          List.of(SharingPages.KEYS, SharingPages.SHARE, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  /** The rule. */
  public CreateGrantMissing() {
    super(Gap.Kind.CREATE_GRANT_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return gap.side() == Side.KEY_POLICY
        ? sharing.message(
            gap,
            "the policy of " + sharing.key() + " does not let ",
            " call `kms:CreateGrant`" + Missing.dead(gap))
        : sharing.message(
            gap,
            "no identity policy lets ",
            " call `kms:CreateGrant` on " + sharing.key() + Missing.dead(gap));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return Missing.help(
        gap,
        "add a statement that allows "
            + SharingActions.GRANT
            + (gap.side() == Side.KEY_POLICY
                ? " for `\"Principal\": {\"AWS\": \""
                    + sharing.principal()
                    + "\"}` on `\"Resource\": \"*\"`"
                : " on " + sharing.keyArn())
            + " with "
            + SharingActions.GRANT_CONDITION);
  }
}
