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
import java.util.List;

/** Flags a bare key id in a request, where it is the id of the other account's key. */
public final class KeyIdNotArn extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/key-id-not-arn",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the owner's key is named by its bare id, which means a key of the caller's account",
          "0.1.0",
          List.of(SharingPages.COPY_CALL, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  /** The rule. */
  public KeyIdNotArn() {
    super(Gap.Kind.KEY_ID_NOT_ARN, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because "
        + Wording.code(gap.detail("id"))
        + " is looked up among the keys of "
        + sharing.account()
        + ", and it is the id of a key of "
        + sharing.owner();
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "name a key of "
        + sharing.account()
        + ", or the owner's by its ARN, "
        + sharing.keyArn();
  }
}
