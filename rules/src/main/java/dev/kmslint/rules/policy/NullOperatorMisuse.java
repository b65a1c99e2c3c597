package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Flags Null with IfExists, with a set operator, or with a value other than true and false. It asks
 * whether a request lacks the key.
 */
public final class NullOperatorMisuse implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/null-operator-misuse",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "a `Null` condition that cannot mean anything",
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
          && fault.detail().toLowerCase(Locale.ROOT).endsWith("nullifexists")) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "AWS knows no "
                        + Wording.code(fault.detail())
                        + ": `Null` itself asks whether a"
                        + " key exists",
                    "write `Null`"));
      }
    }
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (operator != null && operator.base() == ConditionOperator.Base.NULL) {
          checkSet(condition, operator, findings);
          checkValues(condition, findings);
        }
      }
    }
    return findings;
  }

  private static void checkSet(
      Condition condition, ConditionOperator operator, List<Finding> findings) {
    if (operator.set() != ConditionOperator.SetPrefix.NONE) {
      findings.add(
          Finding.of(INFO)
              .severity(Severity.WARNING)
              .at(condition.operatorName().location())
              .says(
                  "`Null` asks whether a request has the key at all, so "
                      + Wording.code(condition.operatorName().value())
                      + " does not ask it of each value",
                  "write `Null`"));
    }
  }

  private static void checkValues(Condition condition, List<Finding> findings) {
    for (Condition.Value value : condition.values()) {
      boolean variable = value.text().indexOf("${") >= 0;
      if (!value.text().equalsIgnoreCase("true")
          && !value.text().equalsIgnoreCase("false")
          && !variable) {
        findings.add(
            Finding.of(INFO)
                .at(value.location())
                .says(
                    "`Null` compares with `true` (the request lacks the key) or `false`, not with "
                        + (value.text().isEmpty() ? "an empty string" : Wording.code(value.text())),
                    "write `true` or `false`, or use `StringEquals` to compare the key's value"));
      }
    }
  }
}
