package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
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
import java.util.Optional;

/** Flags an Effect other than Allow and Deny, which AWS knows in this spelling alone. */
public final class InvalidEffect implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/invalid-effect",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an `Effect` other than `Allow` and `Deny`",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> EFFECTS = List.of("Allow", "Deny");

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.INVALID_EFFECT) {
        String word = fault.detail().strip();
        Optional<String> near =
            EFFECTS.contains(word) ? Optional.of(word) : Nearest.nearest(word, EFFECTS);
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    (fault.detail().isEmpty() ? "an empty string" : Wording.code(fault.detail()))
                        + " is no effect, so AWS rejects the policy",
                    near.isPresent()
                        ? "did you mean " + Wording.code(near.get()) + "?"
                        : "write `Allow` or `Deny`"));
      }
    }
    return findings;
  }
}
