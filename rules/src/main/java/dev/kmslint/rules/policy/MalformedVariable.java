package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Variables;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags policy variables that are not closed, name nothing, hold blanks, or have a default value
 * without quotes. It looks at resources and values of conditions only.
 */
public final class MalformedVariable implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/malformed-variable",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a policy variable that cannot be read",
              "0.1.0",
              List.of(AwsPages.VARIABLES, AwsPages.POLICY_CHECKS))
          .superseding(Where.PLACE, "policy/variable-not-supported");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    Policy policy = context.policy();
    for (Statement statement : policy.statements()) {
      for (Resources.Entry entry : Parts.resources(statement)) {
        check(entry.text(), entry.location(), policy, findings);
      }
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          check(value.text(), value.location(), policy, findings);
        }
      }
    }
    return findings;
  }

  private static void check(
      String text, SourceLocation place, Policy policy, List<Finding> findings) {
    boolean variable = text.indexOf("${") >= 0 && Variables.count(policy);
    String fault = variable ? Variables.fault(text) : null;
    if (fault != null) {
      findings.add(
          Finding.of(INFO)
              .at(place)
              .says(
                  "AWS cannot read the variable in " + Wording.code(text) + ": " + fault,
                  text.contains("${AWS::")
                      ? "AWS CloudFormation replaces it only where `Fn::Sub` stands"
                      : "write `${prefix:name}`, with a default value as in `${aws:username,"
                          + " 'nobody'}`"));
    }
  }
}
