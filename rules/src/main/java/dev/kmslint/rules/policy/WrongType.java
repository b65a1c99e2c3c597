package dev.kmslint.rules.policy;

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

/** Flags values of a JSON type that their element cannot have, for which AWS rejects the policy. */
public final class WrongType implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/wrong-type",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a value has a type that its element cannot have",
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
      if (fault.kind() == Fault.Kind.WRONG_TYPE) {
        String what = fault.element().equals("policy") ? "a policy" : Wording.code(fault.element());
        findings.add(
            Finding.of(INFO)
                .at(fault.location().inOneLine())
                .says(
                    what + " cannot be " + fault.detail() + ", so AWS rejects the policy",
                    help(fault)));
      }
    }
    return findings;
  }

  private static String help(Fault fault) {
    String text = fault.location().text();
    return text.startsWith("{") && (text.contains("\"Fn::") || text.contains("\"Ref\""))
        ? "write the value: AWS knows CloudFormation's functions in templates only"
        : "write " + expected(fault.element());
  }

  private static String expected(String element) {
    return switch (element) {
      case "policy", "Condition" -> "an object";
      case "Statement" -> "a list of objects";
      case "Version", "Id", "Sid", "Effect" -> "a string";
      case "Principal", "NotPrincipal" -> "`\"*\"` or an object such as `{\"AWS\": \"...\"}`";
      case "Action", "NotAction", "Resource", "NotResource" -> "a string or a list of strings";
      case "AWS", "Service", "Federated", "CanonicalUser" -> "a string or a list of strings";
      default ->
          ConditionOperator.parse(element) != null
              ? "an object of condition keys and their values"
              : "a string, or a list of strings";
    };
  }
}
