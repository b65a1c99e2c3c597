package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.Policy;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags a Version that is none of the two versions of the policy language: it is no date of the
 * policy's own.
 */
public final class InvalidVersion implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/invalid-version",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a `Version` that AWS does not know",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.INVALID_VERSION) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    (fault.detail().isEmpty() ? "an empty string" : Wording.code(fault.detail()))
                        + " is no version of the policy language, so AWS rejects the policy",
                    "write `\"Version\": \"" + Policy.CURRENT_VERSION + "\"`"));
      }
    }
    return findings;
  }
}
