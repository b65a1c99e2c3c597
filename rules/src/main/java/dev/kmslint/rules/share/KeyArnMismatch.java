package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags identity policies that allow what is needed on another key than the shared one. */
public final class KeyArnMismatch extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/key-arn-mismatch",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the identity policy names a KMS key, but not this one",
          "0.1.0",
          List.of(AwsPages.KMS_IAM_POLICIES, SharingPages.SHARE_ENCRYPTED));

  /** The rule. */
  public KeyArnMismatch() {
    super(Gap.Kind.KEY_ARN_MISMATCH, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        "the identity policy lets ",
        " call "
            + SharingActions.of(gap)
            + " on "
            + Wording.code(gap.detail("named"))
            + ", "
            + difference(gap, sharing));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "write " + sharing.keyArn();
  }

  private static String difference(Gap gap, Sharing sharing) {
    String differs = gap.detail("differs");
    if (differs.equals("alias")) {
      return "and an alias never stands for a key here; the key is " + sharing.keyArn();
    }
    if (differs.equals("not-arn")) {
      return "which is no key ARN; the key's is " + sharing.keyArn();
    }
    if (differs.isEmpty()) {
      return "which is not " + sharing.key();
    }
    Arn named = Arn.parse(gap.detail("named"));
    boolean own =
        differs.equals("account")
            && named != null
            && named.account().equals(sharing.accountId())
            && sharing.arn() != null;
    String is = own ? " is its own and not that of " : " is not that of ";
    return "whose "
        + differs
        + (differs.contains(" and ") ? " are not those of " : is)
        + sharing.key();
  }
}
