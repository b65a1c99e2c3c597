package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;

/** Whether a condition's operator fits the type of its key. */
public final class OperatorFit {
  private OperatorFit() {}

  /**
   * Whether an operator compares what the key holds. True too where nobody can say: a key that the
   * catalog does not know, or one of an open family, as a tag, whose text can be a number.
   */
  public static boolean fits(Condition condition, Catalog catalog) {
    ConditionOperator operator = condition.operator();
    ConditionKeyInfo key = catalog.services().conditionKey(condition.key().value());
    if (operator == null || key == null) {
      return true;
    }
    Family family = operator.base().family();
    return switch (family) {
      case NULL -> true;
      case STRING -> key.isOfType(ValueType.STRING) || key.isOfType(ValueType.ARN);
      case ARN ->
          key.isOfType(ValueType.ARN) || (key.isOfType(ValueType.STRING) && allArns(condition));
      case NUMERIC -> // AWS's own example for kms:ValidTo compares the seconds since 1970.
          key.isOfType(ValueType.NUMERIC) || key.isOfType(ValueType.DATE) || key.family();
      default -> key.isOfType(type(family)) || key.family();
    };
  }

  /** AWS itself writes {@code ArnLike} for text that holds ARNs, as an encryption context. */
  private static boolean allArns(Condition condition) {
    for (Condition.Value value : condition.values()) {
      String text = value.text();
      if (!text.startsWith("arn:") && !text.startsWith("*") && !text.startsWith("${")) {
        return false;
      }
    }
    return true;
  }

  /** The type that operators of a family compare. */
  public static ValueType type(Family family) {
    return switch (family) {
      case STRING, NULL -> ValueType.STRING;
      case NUMERIC -> ValueType.NUMERIC;
      case DATE -> ValueType.DATE;
      case BOOL -> ValueType.BOOL;
      case BINARY -> ValueType.BINARY;
      case IP -> ValueType.IP;
      case ARN -> ValueType.ARN;
    };
  }
}
