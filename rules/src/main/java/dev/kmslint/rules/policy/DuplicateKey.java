package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Fault;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags names that stand twice in one object: the grammar forbids it, and readers keep only one.
 */
public final class DuplicateKey implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/duplicate-key",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "a name stands twice in the same object",
              "0.1.0",
              List.of(AwsPages.GRAMMAR))
          .superseding(Where.STATEMENT, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.DUPLICATE_KEY) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    Wording.code(fault.element())
                        + " stands twice in this "
                        + where(fault.detail())
                        + ", and AWS can take only one of the two",
                    "keep one, or put the values of both into one list"));
      }
    }
    return findings;
  }

  private static String where(String object) {
    return switch (object) {
      case "principal" -> "`Principal`";
      case "condition block" -> "`Condition`";
      case "condition" -> "condition";
      default -> object;
    };
  }
}
