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

/** Flags unencrypted snapshots that every AWS account can copy and restore. */
public final class Public extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "snapshot/public",
          Severity.WARNING,
          Precision.VERY_HIGH,
          8,
          "an unencrypted snapshot is shared with everybody",
          "0.1.0",
          List.of(SharingPages.SHARE_PUBLIC, SharingPages.SHARE_CALL));

  /** The rule. */
  public Public() {
    super(Gap.Kind.PUBLIC_SNAPSHOT, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return "every AWS account can copy and restore this snapshot, which is not encrypted";
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return "write account ids in place of `all`, such as " + Wording.code(sharing.accountId());
  }
}
