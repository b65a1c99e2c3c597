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

/** Flags a key policy that lets nobody in to whom the caller belongs. */
public final class ExternalPrincipalMissing extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/external-principal-missing",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the key policy names neither the other account nor the caller",
          "0.1.0",
          List.of(
              AwsPages.KMS_EXTERNAL_ACCOUNTS, SharingPages.SHARE_ENCRYPTED, AwsPages.PRINCIPAL));

  /** The rule. */
  public ExternalPrincipalMissing() {
    super(Gap.Kind.EXTERNAL_PRINCIPAL_MISSING, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        "the policy of "
            + sharing.key()
            + (sharing.isForAccount() ? " does not name " : " names neither "),
        (sharing.isForAccount() ? "" : " nor " + sharing.account()) + near(gap));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return gap.detail("near").isEmpty()
        ? "add two statements for `\"Principal\": {\"AWS\": \""
            + sharing.principal()
            + "\"}` on `\"Resource\": \"*\"`: one that allows "
            + SharingActions.USE
            + ", and one that allows "
            + SharingActions.GRANT
            + " with "
            + SharingActions.GRANT_CONDITION
        : "write " + Wording.code(sharing.principal()) + " here";
  }

  /** What it names instead, where that looks as if the caller was meant. */
  private static String near(Gap gap) {
    String named = ", but " + Wording.code(gap.detail("near"));
    return switch (gap.detail("why")) {
      case "digit" -> named + ", whose account id is nearly the same";
      case "deleted" -> named + ", the id of a user or role that was deleted";
      case "wildcard" -> named + ", where the wildcard matches nobody";
      case "malformed" -> named + ", which is no principal";
      default -> "";
    };
  }
}
