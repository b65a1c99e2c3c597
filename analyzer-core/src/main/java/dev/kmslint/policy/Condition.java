package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition: an operator, one key, and the values to compare with.
 *
 * @param operator null when there is no operator of that name
 * @param operatorName the operator as written
 * @param key the condition key as written; upper and lower case do not matter in it
 * @param values the policy's values, at least one in a condition without faults
 * @param valuesLocation where the value or the list of values stands
 */
public record Condition(
    @Nullable ConditionOperator operator,
    Text operatorName,
    Text key,
    List<Value> values,
    SourceLocation valuesLocation) {

  /** How a condition's value is written in JSON. */
  public enum ValueType {
    STRING,
    NUMBER,
    BOOLEAN
  }

  /**
   * A value of a condition.
   *
   * @param text the value; of a number or boolean as written
   */
  public record Value(String text, ValueType type, SourceLocation location) {}

  /** Whether the key is this one, whatever the case of either. */
  public boolean hasKey(String name) {
    return key.value().equalsIgnoreCase(name);
  }
}
