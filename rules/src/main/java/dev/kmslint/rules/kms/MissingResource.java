package dev.kmslint.rules.kms;

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

/**
 * Flags statements of a key policy without Resource or Action. KMS rejects them since 2025-08-18;
 * where an older key has one, it has no effect.
 */
public final class MissingResource implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/missing-resource",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a statement of a key policy has no `Resource` or no `Action`",
          "0.1.0",
          List.of(AwsPages.KEY_POLICY, AwsPages.PUT_KEY_POLICY));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    if (!context.isKeyPolicy()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      boolean resource = fault.element().equals("Resource");
      if (fault.kind() == Fault.Kind.MISSING_ELEMENT
          && (resource || fault.element().equals("Action"))) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "this statement has no "
                        + Wording.code(fault.element())
                        + ", so KMS rejects it, and in an older key it has no effect",
                    resource
                        ? "add `\"Resource\": \"*\"`, which means this key"
                        : "add an `Action`, such as `\"kms:Decrypt\"`"));
      }
    }
    return findings;
  }
}
