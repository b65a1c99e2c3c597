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

/**
 * Flags multi-Region keys whose own policy lacks the account: key policies are not synchronized.
 */
public final class ReplicaKeyNotShared extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/replica-key-not-shared",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the multi-Region key of this Region does not let the account in",
          "0.1.0",
          List.of(SharingPages.MULTI_REGION, AwsPages.KMS_EXTERNAL_ACCOUNTS));

  /** The rule. */
  public ReplicaKeyNotShared() {
    super(Gap.Kind.REPLICA_KEY_NOT_SHARED, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        "the policy of the multi-Region key in "
            + Wording.code(gap.detail("region"))
            + " does not name ",
        ", and what the policy of its related key in another Region says does not count");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "add the statements for "
        + Wording.code(sharing.principal())
        + " to the policy of "
        + sharing.key()
        + " too";
  }
}
