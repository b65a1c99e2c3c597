package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.OperatorFit;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags operators for another type than the condition key has. String operators on ARNs work, and
 * AWS itself uses ARN operators on text that holds ARNs.
 */
public final class OperatorTypeMismatch implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/operator-type-mismatch",
          Severity.WARNING,
          Precision.HIGH,
          0,
          "a condition operator that does not fit its key",
          "0.1.0",
          List.of(AwsPages.OPERATORS, AwsPages.GLOBAL_KEYS, AwsPages.KMS_CONDITIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    Catalog catalog = context.catalog();
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        ConditionKeyInfo key = catalog.services().conditionKey(condition.key().value());
        if (operator != null && key != null && !OperatorFit.fits(condition, catalog)) {
          ValueType compared = OperatorFit.type(operator.base().family());
          findings.add(
              Finding.of(INFO)
                  .at(condition.key().location())
                  .related(condition.operatorName().location(), "the operator")
                  .says(
                      Wording.code(condition.key().value())
                          + " holds "
                          + noun(key.type())
                          + ", which "
                          + Wording.code(condition.operatorName().value())
                          + " compares as "
                          + noun(compared)
                          + ", so the condition may not hold where it should",
                      "use " + Wording.code(fitting(key.type(), operator))));
        }
      }
    }
    return findings;
  }

  private static String noun(ValueType type) {
    return switch (type) {
      case STRING -> "text";
      case BOOL -> "a boolean";
      case NUMERIC -> "a number";
      case DATE -> "a date";
      case IP -> "an address";
      case ARN -> "an ARN";
      case BINARY -> "base64 text";
    };
  }

  private static String fitting(ValueType type, ConditionOperator operator) {
    boolean not = operator.base().isNegated();
    ConditionOperator.Base base =
        switch (type) {
          case BOOL -> ConditionOperator.Base.BOOL;
          case NUMERIC ->
              not
                  ? ConditionOperator.Base.NUMERIC_NOT_EQUALS
                  : ConditionOperator.Base.NUMERIC_EQUALS;
          case DATE -> ConditionOperator.Base.DATE_LESS_THAN;
          case IP ->
              not ? ConditionOperator.Base.NOT_IP_ADDRESS : ConditionOperator.Base.IP_ADDRESS;
          case ARN -> not ? ConditionOperator.Base.ARN_NOT_LIKE : ConditionOperator.Base.ARN_LIKE;
          case BINARY -> ConditionOperator.Base.BINARY_EQUALS;
          case STRING ->
              not ? ConditionOperator.Base.STRING_NOT_EQUALS : ConditionOperator.Base.STRING_EQUALS;
        };
    return new ConditionOperator(base, operator.set(), operator.ifExists()).canonical();
  }
}
