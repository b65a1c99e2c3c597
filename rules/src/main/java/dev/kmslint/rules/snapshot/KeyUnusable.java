package dev.kmslint.rules.snapshot;

import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.rules.GapRule;
import dev.kmslint.rules.Sharing;
import dev.kmslint.rules.SharingPages;
import dev.kmslint.rules.Wording;
import dev.kmslint.share.Gap;
import java.util.List;

/** Flags keys that cannot encrypt or decrypt for Amazon RDS, whatever their policy says. */
public final class KeyUnusable extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/key-unusable",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "the key is disabled, about to be deleted, or of a kind that Amazon RDS cannot use",
          "0.1.0",
          List.of(SharingPages.KEY_STATE, SharingPages.RDS_AND_KMS));

  /** The rule. */
  public KeyUnusable() {
    super(Gap.Kind.KEY_UNUSABLE, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.cannot()
        + ", because "
        + sharing.key()
        + (gap.detail("property").equals("KeyState")
            ? " cannot be used while its state is " + Wording.code(gap.detail("value"))
            : " has the "
                + (gap.detail("property").equals("KeySpec") ? "spec " : "usage ")
                + Wording.code(gap.detail("value"))
                + ", and Amazon RDS uses only symmetric keys that encrypt and decrypt");
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return switch (gap.detail("value")) {
      case "Disabled" -> "enable the key with `aws kms enable-key`";
      case "PendingDeletion" ->
          "keep the key with `aws kms cancel-key-deletion`, and enable it with `aws kms enable-key`";
      case "PendingImport" -> "import key material with `aws kms import-key-material`";
      case "Unavailable" -> "connect the key's custom key store";
      default ->
          gap.detail("property").equals("KeyState")
              ? "make the call when the state is `Enabled`"
              : "use a key with the spec `SYMMETRIC_DEFAULT` and the usage `ENCRYPT_DECRYPT`";
    };
  }
}
