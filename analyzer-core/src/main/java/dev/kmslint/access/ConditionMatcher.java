package dev.kmslint.access;

import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.ConditionOperator.SetPrefix;
import java.util.Locale;

/**
 * Decides one condition.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
final class ConditionMatcher {
  private final ContextResolver resolver;
  private final ValueMatcher values;
  private final Trace trace;

  ConditionMatcher(ContextResolver resolver, boolean variables, Trace trace) {
    this.resolver = resolver;
    this.values = new ValueMatcher(resolver, variables, trace);
    this.trace = trace;
  }

  Truth matches(Condition condition) {
    ConditionOperator operator = condition.operator();
    if (operator == null) {
      trace.doubt("there is no condition operator `" + condition.operatorName().value() + "`");
      return Truth.MAYBE;
    }
    ContextValue value = resolver.value(condition.key().value());
    Truth result =
        operator.base() == Base.NULL
            ? isNull(condition, value)
            : compare(condition, operator, value);
    if (result == Truth.MAYBE && value instanceof ContextValue.Open) {
      trace.open(condition.key().value().toLowerCase(Locale.ROOT));
    }
    return result;
  }

  private Truth isNull(Condition condition, ContextValue value) {
    Truth absent = Truth.of(value instanceof ContextValue.Absent);
    if (value instanceof ContextValue.Open open) {
      absent = open.mayBeAbsent() ? Truth.MAYBE : Truth.NO;
    } else if (value instanceof ContextValue.Fixed fixed && fixed.values().isEmpty()) {
      trace.doubt("AWS does not say whether Null counts an empty set as absent");
      absent = Truth.MAYBE;
    }
    Truth result = Truth.NO;
    for (Condition.Value expected : condition.values()) {
      if (expected.text().equalsIgnoreCase("true")) {
        result = result.or(absent);
      } else if (expected.text().equalsIgnoreCase("false")) {
        result = result.or(absent.not());
      } else {
        trace.doubt("`" + expected.text() + "` is not a value for Null");
        result = result.or(Truth.MAYBE);
      }
    }
    return result;
  }

  private Truth compare(Condition condition, ConditionOperator operator, ContextValue value) {
    if (value instanceof ContextValue.Absent) {
      return whenAbsent(operator);
    }
    Truth result;
    if (value instanceof ContextValue.Fixed fixed) {
      result = compareFixed(condition, operator, fixed);
    } else {
      result = compareOpen(condition, operator, (ContextValue.Open) value);
    }
    return result;
  }

  private static Truth whenAbsent(ConditionOperator operator) {
    return switch (operator.set()) {
      case FOR_ALL_VALUES -> Truth.YES;
      case FOR_ANY_VALUE -> Truth.of(operator.ifExists());
      case NONE -> Truth.of(operator.ifExists() || operator.base().isNegated());
    };
  }

  private Truth compareFixed(
      Condition condition, ConditionOperator operator, ContextValue.Fixed fixed) {
    boolean all = operator.set() == SetPrefix.FOR_ALL_VALUES;
    Truth result = Truth.of(all);
    for (String value : fixed.values()) {
      Truth one = compareOne(condition, operator.base(), value);
      result = all ? result.and(one) : result.or(one);
    }
    boolean plainSet = operator.set() == SetPrefix.NONE && fixed.values().size() != 1;
    if (plainSet || needsSetOperator(condition, operator)) {
      trace.doubt("AWS wants ForAllValues or ForAnyValue for `" + condition.key().value() + "`");
      return Truth.MAYBE;
    }
    return doubtType(condition, operator, result);
  }

  private Truth compareOne(Condition condition, Base base, String value) {
    Truth any = Truth.NO;
    for (Condition.Value expected : condition.values()) {
      any = any.or(values.matches(base, expected.text(), value));
    }
    return base.isNegated() ? any.not() : any;
  }

  private Truth compareOpen(
      Condition condition, ConditionOperator operator, ContextValue.Open open) {
    Truth any = Truth.NO;
    for (Condition.Value expected : condition.values()) {
      any = any.or(values.matchesOpen(operator.base(), expected.text(), open.within()));
    }
    Truth present = operator.base().isNegated() ? any.not() : any;
    if (needsSetOperator(condition, operator)) {
      trace.doubt("AWS wants ForAllValues or ForAnyValue for `" + condition.key().value() + "`");
      return Truth.MAYBE;
    }
    present = doubtType(condition, operator, present);
    boolean mayBeEmpty = operator.set() != SetPrefix.NONE;
    if (!open.mayBeAbsent() && !mayBeEmpty) {
      return present;
    }
    boolean sameAbsent = !open.mayBeAbsent() || whenAbsent(operator) == present;
    boolean sameEmpty =
        !mayBeEmpty || Truth.of(operator.set() == SetPrefix.FOR_ALL_VALUES) == present;
    return sameAbsent && sameEmpty ? present : Truth.MAYBE;
  }

  private boolean needsSetOperator(Condition condition, ConditionOperator operator) {
    if (operator.set() != SetPrefix.NONE) {
      return false;
    }
    ConditionKeyInfo info = resolver.catalog().conditionKey(condition.key().value());
    return info != null && info.multivalued();
  }

  /** A match by an operator of another type than the key's is not certain. */
  private Truth doubtType(Condition condition, ConditionOperator operator, Truth result) {
    ConditionKeyInfo info = resolver.catalog().conditionKey(condition.key().value());
    if (info == null || fits(operator.base().family(), info)) {
      return result;
    }
    Truth unmatched = Truth.of(operator.base().isNegated());
    if (result == unmatched) {
      return result;
    }
    trace.doubt(
        operator.base().word()
            + " is not an operator for the type of `"
            + condition.key().value()
            + "`");
    return Truth.MAYBE;
  }

  private static boolean fits(Family family, ConditionKeyInfo info) {
    return switch (family) {
      case STRING -> info.isOfType(ValueType.STRING) || info.isOfType(ValueType.ARN);
      case ARN -> info.isOfType(ValueType.ARN) || info.isOfType(ValueType.STRING);
      case BOOL -> info.isOfType(ValueType.BOOL);
      case NUMERIC -> info.isOfType(ValueType.NUMERIC);
      case DATE -> info.isOfType(ValueType.DATE);
      case IP -> info.isOfType(ValueType.IP);
      case BINARY -> info.isOfType(ValueType.BINARY);
      case NULL -> true;
    };
  }
}
