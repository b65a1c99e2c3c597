package dev.kmslint.rules.share;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.share.Gap;
import java.util.List;

/**
 * Flags a root user as the caller: AWS asks for an IAM user or role to copy an encrypted snapshot.
 */
public final class RootUserCaller extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/root-user-caller",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the caller is the root user of the other account",
          "0.1.0",
          List.of(SharingPages.SHARE, SharingPages.SHARE_ENCRYPTED));

  /** The rule. */
  public RootUserCaller() {
    super(Gap.Kind.ROOT_USER_CALLER, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "the root user of "
        + sharing.account()
        + " cannot "
        + sharing.task()
        + ", because AWS asks for an IAM user or role";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "make the call as a user or role of "
        + sharing.account()
        + " that has the identity policy, and name its ARN in place of the root user";
  }
}
