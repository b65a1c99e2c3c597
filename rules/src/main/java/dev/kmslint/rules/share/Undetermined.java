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
import dev.kmslint.share.Side;
import java.util.List;

/**
 * Says on what the verdict over a sharing depends, where that was not given or AWS does not say it.
 */
public final class Undetermined extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/undetermined",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "the verdict depends on something that was not given",
          "0.1.0",
          List.of(SharingPages.EVALUATION_ACROSS_ACCOUNTS, AwsPages.GLOBAL_KEYS));

  /** The rule. */
  public Undetermined() {
    super(Gap.Kind.UNDETERMINED, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return question(gap, sharing)
        + (gap.detail("doubt").isEmpty()
            ? " depends on "
                + gap.detail("missing")
                + (gap.detail("pass").isEmpty() ? "" : ", which was not given")
            : " is open: " + gap.detail("doubt"));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return !gap.detail("pass").isEmpty()
        ? "pass " + Wording.code(gap.detail("pass"))
        : gap.side() == Side.SCP
            ? "pass the service control policies of one level only"
            : gap.side() == Side.SNAPSHOT
                ? "try it with a snapshot of this engine"
                : "write it in a way whose meaning AWS documents";
  }

  private static String question(Gap gap, Sharing sharing) {
    return gap.consequence() == Gap.Consequence.UNDETERMINED || gap.actions().isEmpty()
        ? "whether " + sharing.caller() + " can " + sharing.task()
        : "whether " + sharing.caller() + " may call " + SharingActions.of(gap);
  }
}
