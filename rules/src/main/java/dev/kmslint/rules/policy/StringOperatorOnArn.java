package dev.kmslint.rules.policy;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes StringLike on keys that hold ARNs, where a wildcard of one part of the ARN can match
 * several.
 */
public final class StringOperatorOnArn implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/string-operator-on-arn",
          Severity.NOTE,
          Precision.HIGH,
          0,
          "a wildcard that can run over the parts of an ARN",
          "0.1.0",
          List.of(AwsPages.OPERATORS, AwsPages.POLICY_CHECKS));

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
        ConditionKeyInfo key =
            like(operator) ? context.catalog().conditionKey(condition.key().value()) : null;
        if (operator == null || key == null || key.type() != ValueType.ARN) {
          continue;
        }
        for (Condition.Value value : condition.values()) {
          if (isOpenBeforeTheResource(value.text())) {
            findings.add(
                Finding.of(INFO)
                    .at(value.location())
                    .related(condition.operatorName().location(), "it compares text, not ARNs")
                    .says(
                        "under "
                            + Wording.code(condition.operatorName().value())
                            + " a wildcard of "
                            + Wording.code(value.text())
                            + " can match over a colon, so other ARNs than those meant can match",
                        "use " + Wording.code(ofArns(operator))));
          }
        }
      }
    }
    return findings;
  }

  private static boolean like(@Nullable ConditionOperator operator) {
    return operator != null
        && operator.base().family() == Family.STRING
        && operator.base().hasWildcards();
  }

  /** In the resource, the last part, both kinds of operators match over colons. */
  private static boolean isOpenBeforeTheResource(String text) {
    Arn arn = Arn.parse(text);
    return arn != null
        && (hasWildcard(arn.partition())
            || hasWildcard(arn.service())
            || hasWildcard(arn.region())
            || hasWildcard(arn.account()));
  }

  private static boolean hasWildcard(String part) {
    return part.indexOf('*') >= 0 || part.indexOf('?') >= 0;
  }

  private static String ofArns(ConditionOperator operator) {
    boolean not = operator.base().isNegated();
    ConditionOperator.Base base =
        not ? ConditionOperator.Base.ARN_NOT_LIKE : ConditionOperator.Base.ARN_LIKE;
    return new ConditionOperator(base, operator.set(), operator.ifExists()).canonical();
  }
}
