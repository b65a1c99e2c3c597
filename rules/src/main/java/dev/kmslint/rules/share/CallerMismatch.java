package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingActions;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags a key policy that lets another user or role of the account in than the one that calls. */
public final class CallerMismatch extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/caller-mismatch",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the key policy names another principal of the account than the caller",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, AwsPages.PRINCIPAL));

  /** The rule. */
  public CallerMismatch() {
    super(Gap.Kind.CALLER_MISMATCH, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        "the policy of "
            + sharing.key()
            + " lets "
            + Wording.code(gap.detail("named"))
            + " of the same account call "
            + SharingActions.of(gap)
            + ", but not ",
        "");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "name "
        + Wording.code(sharing.principal())
        + " here, or the whole account with "
        + Wording.code(sharing.accountArn())
        + "; or make the call as "
        + Wording.code(gap.detail("named"))
        + ", with the identity policy attached to it";
  }
}
