package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags what a policy lacks, for which AWS rejects it. Resource and Action of a key policy are
 * kms/missing-resource's; resource policies of some services, as of Amazon ECR, have no Resource.
 */
public final class MissingElement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/missing-element",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an element that must be there is missing",
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
      if (fault.kind() == Fault.Kind.MISSING_ELEMENT && isOurs(fault, context.kind())) {
        boolean whole = fault.element().equals("Statement");
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    (whole ? "this policy" : "this statement")
                        + " has no "
                        + Wording.code(fault.element())
                        + ", so AWS rejects the policy",
                    "add " + help(fault.element())));
      }
    }
    return findings;
  }

  private static boolean isOurs(Fault fault, PolicyKind kind) {
    boolean resource = fault.element().equals("Resource");
    return switch (kind) {
      case KEY -> !resource && !fault.element().equals("Action");
      case RESOURCE -> !resource;
      default -> true;
    };
  }

  private static String help(String element) {
    return switch (element) {
      case "Effect" -> "`\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`";
      case "Principal" -> "a `Principal`: whom the statement is about";
      case "Action" -> "an `Action`, such as `\"kms:Decrypt\"`";
      case "Resource" -> "a `Resource`: the ARNs that the statement is about";
      default -> Wording.code(element);
    };
  }
}
