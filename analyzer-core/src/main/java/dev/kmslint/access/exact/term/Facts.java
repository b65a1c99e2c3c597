package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.atom.ConditionPredicate;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known about the condition keys that some policies use. */
public final class Facts {
  private final Catalog catalog;

  /** The kind of the keys that the catalogue does not know, as the policies use them. */
  private final Map<String, Domain.Kind> guessed = new HashMap<>();

  private final Set<String> guessedMany = new HashSet<>();
  private boolean userids;

  Facts(Catalog catalog, List<Policy> policies) {
    this.catalog = catalog;
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        for (Condition condition : statement.conditions()) {
          learn(condition);
        }
        userids |= policy.version() != null && mentionsUserid(statement);
      }
    }
  }

  private void learn(Condition condition) {
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    userids |= key.equals("aws:userid");
    for (Condition.Value value : condition.values()) {
      userids |= value.text().toLowerCase(Locale.ROOT).contains("${aws:userid");
    }
    ConditionOperator operator = condition.operator();
    if (operator == null || catalog.conditionKey(key) != null) {
      return;
    }
    Domain.Kind kind = kind(operator.base().family());
    if (kind != Domain.Kind.TEXT) {
      guessed.putIfAbsent(key, kind);
    }
    if (operator.set() != ConditionOperator.SetPrefix.NONE) {
      guessedMany.add(key);
    }
  }

  private static boolean mentionsUserid(Statement statement) {
    if (statement.resources() == null) {
      return false;
    }
    for (dev.kmslint.policy.Resources.Entry entry : statement.resources().entries()) {
      if (entry.text().toLowerCase(Locale.ROOT).contains("${aws:userid")) {
        return true;
      }
    }
    return false;
  }

  private static Domain.Kind kind(ConditionOperator.Family family) {
    return switch (family) {
      case NUMERIC -> Domain.Kind.NUMBER;
      case DATE -> Domain.Kind.DATE;
      case IP -> Domain.Kind.ADDRESS;
      case BINARY -> Domain.Kind.BINARY;
      default -> Domain.Kind.TEXT;
    };
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Whether a policy looks at the unique ids of callers. */
  boolean userids() {
    return userids;
  }

  /** What the values of a key (in lower case) are. */
  Domain.Kind kind(String key) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    if (info == null) {
      return guessed.getOrDefault(key, Domain.Kind.TEXT);
    }
    return switch (info.type()) {
      case BOOL -> Domain.Kind.BOOL;
      case NUMERIC -> info.integer() ? Domain.Kind.INTEGER : Domain.Kind.NUMBER;
      case DATE -> info.isOfType(ValueType.NUMERIC) ? Domain.Kind.EPOCH : Domain.Kind.DATE;
      case IP -> Domain.Kind.ADDRESS;
      case BINARY -> Domain.Kind.BINARY;
      default -> Domain.Kind.TEXT;
    };
  }

  /** Whether requests can hold several values under a key. */
  public boolean isMany(String key) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    return info == null ? guessedMany.contains(key) : info.multivalued();
  }

  /** What is not certain when an operator looks at a key. */
  ConditionPredicate.Doubt doubt(String key, ConditionOperator operator) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    if (info != null && info.multivalued() && operator.set() == ConditionOperator.SetPrefix.NONE) {
      return ConditionPredicate.Doubt.NO_SET_OPERATOR;
    }
    Domain.Kind kind = kind(key);
    Domain.Kind read = kind(operator.base().family());
    boolean bool = operator.base().family() == ConditionOperator.Family.BOOL;
    switch (kind) {
      case TEXT:
        if (read != Domain.Kind.TEXT) {
          return ConditionPredicate.Doubt.EVERYTHING;
        }
        return bool && info != null ? ConditionPredicate.Doubt.TYPE : ConditionPredicate.Doubt.NONE;
      case BOOL:
        return bool ? ConditionPredicate.Doubt.NONE : ConditionPredicate.Doubt.TYPE;
      case EPOCH:
        return read == Domain.Kind.NUMBER || read == Domain.Kind.DATE
            ? ConditionPredicate.Doubt.NONE
            : ConditionPredicate.Doubt.EVERYTHING;
      case INTEGER:
        return read == Domain.Kind.NUMBER
            ? ConditionPredicate.Doubt.NONE
            : ConditionPredicate.Doubt.EVERYTHING;
      default:
        return read == kind ? ConditionPredicate.Doubt.NONE : ConditionPredicate.Doubt.EVERYTHING;
    }
  }
}
