package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Fault;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags statements that hold an element and its negated form, for which AWS rejects the policy. */
public final class ConflictingElements implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/conflicting-elements",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an element stands beside its negated form",
          "0.1.0",
          List.of(AwsPages.GRAMMAR, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      boolean idle = fault.detail().equals("Principal") && !context.kind().hasPrincipal();
      if (fault.kind() == Fault.Kind.CONFLICTING_ELEMENTS && !idle) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "this statement has both "
                        + Wording.code(fault.detail())
                        + " and "
                        + Wording.code(fault.element())
                        + ", so AWS rejects the policy",
                    "keep one of them, or make two statements"));
      }
    }
    return findings;
  }
}
