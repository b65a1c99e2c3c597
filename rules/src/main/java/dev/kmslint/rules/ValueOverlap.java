package dev.kmslint.rules;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.SetPrefix;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.LowerCase;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick look at whether the values that a statement's conditions name are taken by others, before
 * it is decided exactly. What it rules out is certain.
 */
public final class ValueOverlap {
  private ValueOverlap() {}

  /** False where some value that a statement names is certainly matched by none of the others. */
  public static boolean mayCover(List<Statement> others, Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (isPlain(condition) && isFree(condition, statement)) {
        for (Glob value : values(condition)) {
          if (!isTaken(value, condition.key().value(), others)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isTaken(Glob value, String key, List<Statement> others) {
    for (Statement other : others) {
      if (takes(other, key, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(Statement statement, String key, Glob value) {
    for (Condition condition : statement.conditions()) {
      if (condition.hasKey(key) && isPlain(condition) && !meets(condition, value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Condition condition, Glob value) {
    for (Glob each : values(condition)) {
      if (each.intersects(value)) {
        return true;
      }
    }
    return false;
  }

  private static List<Glob> values(Condition condition) {
    ConditionOperator operator = condition.operator();
    boolean literal = operator != null && operator.base() == Base.STRING_EQUALS;
    List<Glob> values = new ArrayList<>();
    for (Condition.Value value : condition.values()) {
      values.add(literal ? Glob.literal(value.text()) : Glob.of(value.text()));
    }
    return values;
  }

  /** Whether it holds just where the key holds one of its values. */
  private static boolean isPlain(Condition condition) {
    ConditionOperator operator = condition.operator();
    if (operator == null || operator.set() != SetPrefix.NONE || operator.ifExists()) {
      return false;
    }
    for (Condition.Value value : condition.values()) {
      if (value.text().contains("${")) {
        return false;
      }
    }
    return operator.base() == Base.STRING_EQUALS || operator.base() == Base.STRING_LIKE;
  }

  /** Whether nothing else in a statement says what the condition's key holds. */
  private static boolean isFree(Condition condition, Statement statement) {
    String key = LowerCase.of(condition.key().value());
    boolean tag = key.startsWith("aws:principaltag/");
    if (!tag && (key.startsWith("aws:principal") || key.startsWith("aws:user"))) {
      return false;
    }
    if (key.equals("kms:calleraccount") || key.equals("aws:resourceaccount")) {
      return false;
    }
    int on = 0;
    for (Condition each : statement.conditions()) {
      on += each.hasKey(key) ? 1 : 0;
    }
    return on == 1;
  }
}
