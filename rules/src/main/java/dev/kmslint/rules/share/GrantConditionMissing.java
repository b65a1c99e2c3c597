package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/**
 * Flags a key policy that lets the caller make grants and nowhere asks that they be for AWS
 * services.
 */
public final class GrantConditionMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/grant-condition-missing",
          Severity.WARNING,
          Precision.HIGH,
          4,
          "the caller may make grants, and no statement asks for `kms:GrantIsForAWSResource`",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, AwsPages.KMS_CONDITIONS, SharingPages.GRANTS));

  /** The rule. */
  public GrantConditionMissing() {
    super(Gap.Kind.GRANT_CONDITION_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.caller()
        + " may call `kms:CreateGrant` on "
        + sharing.key()
        + (gap.detail("entry").equalsIgnoreCase("kms:CreateGrant")
            ? ""
            : " through " + Wording.code(gap.detail("entry")))
        + " without `kms:GrantIsForAWSResource`, so its grants need not be for an AWS service";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "allow "
        + SharingActions.GRANT
        + " in a statement of their own with "
        + SharingActions.GRANT_CONDITION
        + ", and `kms:CreateGrant` nowhere else";
  }
}
