package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags stars and question marks in values of operators that compare text as it stands. */
public final class WildcardWithoutLike implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/wildcard-without-like",
              Severity.WARNING,
              Precision.HIGH,
              0,
              "a wildcard under an operator that takes it for text",
              "0.1.0",
              List.of(AwsPages.OPERATORS, AwsPages.POLICY_CHECKS))
          .superseding(Where.STATEMENT, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (operator == null || operator.base().family() != Family.STRING) {
          continue;
        }
        for (Condition.Value value : condition.values()) {
          if (!operator.base().hasWildcards() && isOpen(value.text())) {
            findings.add(
                Finding.of(INFO)
                    .at(value.location())
                    .related(condition.operatorName().location(), "it compares text as it stands")
                    .says(
                        Wording.code(condition.operatorName().value())
                            + " compares "
                            + Wording.code(value.text())
                            + " letter by letter, so this condition "
                            + (operator.base().isNegated()
                                ? "excludes less than it seems to"
                                : "holds for less than it seems to"),
                        "use " + Wording.code(like(operator))));
          }
        }
      }
    }
    return findings;
  }

  /** Whether a value has a wildcard outside of policy variables, in which it stands for itself. */
  private static boolean isOpen(String text) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside = inside ? c != '}' : text.startsWith("${", i);
      if (!inside && (c == '*' || c == '?')) {
        return true;
      }
    }
    return false;
  }

  private static String like(ConditionOperator operator) {
    boolean not = operator.base().isNegated();
    ConditionOperator.Base base =
        not ? ConditionOperator.Base.STRING_NOT_LIKE : ConditionOperator.Base.STRING_LIKE;
    return new ConditionOperator(base, operator.set(), operator.ifExists()).canonical();
  }
}
