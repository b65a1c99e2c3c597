package dev.kmslint.rules.config;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.SuppressionUse;
import java.util.List;

/** Flags a suppression that accepts nothing: it would hide the next such finding unseen. */
public final class UnusedSuppression implements Rule.OfSuppression {
  private static final RuleInfo INFO =
      new RuleInfo(
          "config/unused-suppression",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a suppression that fits no finding",
          "0.1.0",
          List.of());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(SuppressionUse use) {
    if (use.matches() > 0 || !use.expired().isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(use.location())
            .says(
                "there is no finding of `"
                    + use.rule()
                    + "` in `"
                    + use.file()
                    + "` here to accept",
                "remove the entry, or correct its `file`, `sid` or `at`"));
  }
}
