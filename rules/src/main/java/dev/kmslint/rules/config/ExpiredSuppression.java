package dev.kmslint.rules.config;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.lint.SuppressionUse;
import java.util.List;

/** Flags a suppression whose day has passed: it accepts nothing any more. */
public final class ExpiredSuppression implements Rule.OfSuppression {
  private static final RuleInfo INFO =
      new RuleInfo(
          "config/expired-suppression",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a suppression whose last day has passed",
          "0.1.0",
          List.of());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(SuppressionUse use) {
    if (use.expired().isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(use.location())
            .says(
                "this suppression of `" + use.rule() + "` ended with " + use.expired(),
                "remove the entry, or decide again and give it another `expires`"));
  }
}
