package dev.kmslint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.share.Gap;
import dev.kmslint.share.ShareResult;
import dev.kmslint.share.Side;
import dev.kmslint.share.Verdict;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareReportTest {
  private static final SourceLocation PLACE = SourceLocation.startOf(new SourceFile("a", "b"));

  private final Rule deny = wording("share/explicit-deny", Gap.Kind.EXPLICIT_DENY);
  private final Rule missing = wording("share/action-missing", Gap.Kind.ACTION_MISSING);
  private final Rule always =
      rule("share/wider-than-needed", result -> List.of(found("share/wider-than-needed")));
  private final Rule failing =
      rule(
          "share/failing",
          result -> {
            throw new IllegalStateException("oh");
          });

  @Test
  void missingNamesTheRulesThatWordWhatBreaksOrLeavesOpen() {
    ShareResult result =
        result(
            gap(Gap.Kind.EXPLICIT_DENY, Gap.Consequence.BREAKS),
            gap(Gap.Kind.EXPLICIT_DENY, Gap.Consequence.BREAKS),
            gap(Gap.Kind.ACTION_MISSING, Gap.Consequence.UNDETERMINED));
    assertThat(
            ShareReport.of(result, RuleSet.of(List.of(deny, always, failing, missing))).missing())
        .containsExactly("share/action-missing", "share/explicit-deny");
  }

  @Test
  void aGapThatOnlyWarnsIsNotMissing() {
    ShareResult result = result(gap(Gap.Kind.ACTION_MISSING, Gap.Consequence.WARNS));
    assertThat(ShareReport.of(result, RuleSet.of(List.of(deny, missing))).missing()).isEmpty();
  }

  private static Rule wording(String id, Gap.Kind kind) {
    return rule(
        id,
        result -> {
          List<Finding> findings = new ArrayList<>();
          for (Gap gap : result.gaps()) {
            if (gap.kind() == kind) {
              findings.add(found(id));
            }
          }
          return findings;
        });
  }

  private static Rule rule(
      String id, java.util.function.Function<ShareResult, List<Finding>> check) {
    return new TestRules.OfShare(TestRules.info(id, Severity.ERROR), check);
  }

  private static Finding found(String id) {
    return Finding.of(TestRules.info(id, Severity.ERROR)).at(PLACE).says("found", "");
  }

  private static Gap gap(Gap.Kind kind, Gap.Consequence consequence) {
    return new Gap(kind, consequence, Side.KEY_POLICY, List.of(), PLACE, List.of(), Map.of());
  }

  private static ShareResult result(Gap... gaps) {
    return new ShareResult(
        "share",
        "aurora-snapshot-copy",
        Verdict.BROKEN,
        "",
        "",
        "444455556666",
        PLACE,
        List.of(),
        List.of(gaps),
        List.of(),
        List.of(),
        List.of());
  }
}
