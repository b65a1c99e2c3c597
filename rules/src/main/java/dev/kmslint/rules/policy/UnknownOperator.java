package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Fault;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags condition operators that do not exist, for which AWS rejects the policy. NullIfExists is
 * policy/null-operator-misuse's.
 */
public final class UnknownOperator implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/unknown-operator",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a condition operator that does not exist",
          "0.1.0",
          List.of(AwsPages.OPERATORS, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.UNKNOWN_OPERATOR
          && !fault.detail().toLowerCase(Locale.ROOT).endsWith("nullifexists")) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "AWS knows no condition operator "
                        + Wording.code(fault.detail())
                        + ", so it rejects the policy",
                    help(fault.detail())));
      }
    }
    return findings;
  }

  private static String help(String name) {
    ConditionOperator meant = ConditionOperator.parse(name.strip());
    Optional<String> near =
        meant == null ? Nearest.nearest(name, names()) : Optional.of(meant.canonical());
    if (near.isPresent()) {
      return "did you mean " + Wording.code(near.get()) + "?";
    }
    if (name.indexOf(':') > 0 && !name.toLowerCase(Locale.ROOT).startsWith("for")) {
      return "put the condition key under an operator: `{\"StringEquals\": {\""
          + name
          + "\": ...}}`";
    }
    return "use an operator such as `StringEquals`, `StringLike`, `ArnLike` or `Bool`";
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ConditionOperator.Base base : ConditionOperator.Base.values()) {
      for (ConditionOperator.SetPrefix set : ConditionOperator.SetPrefix.values()) {
        names.add(new ConditionOperator(base, set, false).canonical());
        if (base != ConditionOperator.Base.NULL) {
          names.add(new ConditionOperator(base, set, true).canonical());
        }
      }
    }
    return names;
  }
}
