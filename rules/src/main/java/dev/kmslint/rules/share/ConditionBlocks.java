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

/** Flags conditions that keep an Allow from ever matching the calls of a sharing. */
public final class ConditionBlocks extends GapRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/condition-blocks",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "the needed action is allowed, but under a condition that the call cannot meet",
          "0.1.0",
          List.of(
              SharingPages.FORWARD_ACCESS,
              AwsPages.KMS_CONDITIONS,
              AwsPages.KMS_GLOBAL_CONDITIONS));

  /** The rule. */
  public ConditionBlocks() {
    super(Gap.Kind.CONDITION_BLOCKS, INFO);
  }

  @Override
  protected String message(Gap gap, Sharing sharing) {
    return sharing.message(
        gap,
        gap.detail("statement") + " of the " + gap.side().title() + " lets ",
        " call "
            + SharingActions.of(gap)
            + " only with "
            + Wording.code(gap.detail("conditionKey"))
            + " (`"
            + gap.detail("operator")
            + "`) "
            + gap.detail("wanted")
            + sent(gap));
  }

  @Override
  protected String help(Gap gap, Sharing sharing) {
    return ConditionHelp.of(gap, sharing);
  }

  private static String version(Gap gap) {
    String version = gap.detail("version");
    return version.isEmpty()
        ? ""
        : "; under version " + Wording.code(version) + " a variable is plain text";
  }

  private static String sent(Gap gap) {
    String sent = gap.detail("sent");
    boolean byRds = gap.actions().get(0).startsWith("kms:");
    String call = byRds ? "the call that Amazon RDS makes" : "the call";
    return sent.isEmpty()
        ? ", and " + call + " carries no such condition key"
        : ", and " + call + " carries " + Wording.code(sent) + version(gap);
  }
}
