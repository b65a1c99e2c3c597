package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.Policy;
import dev.kmslint.rules.AwsPages;
import java.util.List;

/**
 * Flags policies without Version: AWS reads them as 2008-10-17, in which policy variables are plain
 * text.
 */
public final class MissingVersion implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/missing-version",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a policy without `Version`",
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
    Policy policy = context.policy();
    if (policy.version() != null || isExplained(policy)) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(policy.location().first())
            .says(
                "this policy has no `Version`, so AWS reads it as `"
                    + Policy.OLD_VERSION
                    + "`, where variables such as `${aws:username}` are plain text",
                "add `\"Version\": \"" + Policy.CURRENT_VERSION + "\"`"));
  }

  /** Whether a fault says why there is none: it is misspelt, or no text, or this is no policy. */
  private static boolean isExplained(Policy policy) {
    for (Fault fault : policy.faults()) {
      boolean wrongType = fault.kind() == Fault.Kind.WRONG_TYPE;
      if (wrongType && (fault.element().equals("policy") || fault.element().equals("Version"))) {
        return true;
      }
      if (fault.kind() == Fault.Kind.UNKNOWN_ELEMENT
          && fault.detail().equals("policy")
          && Nearest.nearest(fault.element(), List.of("Version")).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
