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
import java.util.List;

/**
 * Flags identity policies that say nothing about KMS: across accounts a key policy is not enough.
 */
public final class IdentityPolicyMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/identity-policy-missing",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "no identity policy of the caller allows anything on any key",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, SharingPages.EVALUATION_ACROSS_ACCOUNTS));

  /** The rule. */
  public IdentityPolicyMissing() {
    super(Gap.Kind.IDENTITY_POLICY_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        "no identity policy lets ",
        " call any action of AWS KMS, and a key policy alone gives another account nothing");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "add two statements on "
        + sharing.keyArn()
        + " to an identity policy of the caller: one that allows "
        + SharingActions.USE
        + ", and one that allows "
        + SharingActions.GRANT
        + " with "
        + SharingActions.GRANT_CONDITION;
  }
}
