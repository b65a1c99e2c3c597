package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Elements;
import dev.kmslint.policy.Fault;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags names that the policy language does not have, for which AWS rejects the policy. */
public final class UnknownElement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/unknown-element",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an element that policies do not have",
          "0.1.0",
          List.of(AwsPages.ELEMENTS, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.UNKNOWN_ELEMENT) {
        List<String> known = Elements.in(fault.detail());
        Optional<String> near = Nearest.nearest(fault.element(), known);
        String help =
            near.isPresent()
                ? "did you mean " + Wording.code(near.get()) + "?"
                : "remove it, or use " + Wording.anyOf(known);
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "AWS knows no element "
                        + Wording.code(fault.element())
                        + " in a "
                        + (fault.detail().equals("principal") ? "`Principal`" : fault.detail())
                        + ", so it rejects the policy",
                    help));
      }
    }
    return findings;
  }
}
