package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags a key policy that allows the caller more than the sharing needs. */
public final class WiderThanNeeded extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/wider-than-needed",
          Severity.WARNING,
          Precision.VERY_HIGH,
          4,
          "the key policy allows the caller more than the sharing needs",
          "0.1.0",
          List.of(SharingPages.SHARE_ENCRYPTED, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  /** The rule. */
  public WiderThanNeeded() {
    super(Gap.Kind.WIDER_THAN_NEEDED, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.caller()
        + " may also call "
        + Wording.some(gap.actions())
        + " on "
        + sharing.key()
        + ", which this sharing does not need";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "allow it only `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*` and"
        + " `kms:DescribeKey`, and the actions on grants with `kms:GrantIsForAWSResource`";
  }
}
