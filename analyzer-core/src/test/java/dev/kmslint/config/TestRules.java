package dev.kmslint.config;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** Rules that exist by name only. */
final class TestRules {
  private TestRules() {}

  static RuleSet of(String... ids) {
    List<Rule> rules = new ArrayList<>();
    for (String id : ids) {
      rules.add(new Named(id));
    }
    return RuleSet.of(rules);
  }

  private record Named(String id) implements Rule.OfPolicy {
    @Override
    public RuleInfo info() {
      return new RuleInfo(
          id,
          Severity.WARNING,
          RuleInfo.Precision.HIGH,
          0,
          "something",
          "0.1.0",
          List.of("https://docs.aws.amazon.com/"));
    }

    @Override
    public List<Finding> check(PolicyContext context) {
      return List.of();
    }
  }
}
