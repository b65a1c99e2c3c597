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

/** Flags the value all in the sharing of an encrypted snapshot, which AWS refuses. */
public final class PublicEncrypted extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/public-encrypted",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an encrypted snapshot is shared with everybody",
          "0.1.0",
          List.of(SharingPages.SHARE_ENCRYPTED, SharingPages.SHARE_CALL));

  /** The rule. */
  public PublicEncrypted() {
    super(Gap.Kind.PUBLIC_ENCRYPTED, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "an encrypted snapshot cannot be shared with everybody, so `all` gives "
        + sharing.account()
        + " nothing";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "write account ids in place of `all`, such as " + Wording.code(sharing.accountId());
  }
}
