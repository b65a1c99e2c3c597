package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.ValueType;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** The ARNs of a policy: where they stand, and what stands there. */
public final class ArnPlaces {
  /**
   * An ARN.
   *
   * @param text as written
   * @param principal whether it names a principal
   */
  public record Place(String text, Arn arn, SourceLocation location, boolean principal) {}

  private ArnPlaces() {}

  /**
   * All ARNs of principals, resources and conditions, in the order of the statements. Left out is
   * what other rules are about: the Resource of a key policy, and principals that are none.
   */
  public static List<Place> of(PolicyContext context) {
    List<Place> places = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (context.kind().hasPrincipal()) {
        addPrincipals(statement, places);
      }
      if (!context.isKeyPolicy()) {
        for (Resources.Entry entry : Parts.resources(statement)) {
          add(entry.text(), entry.location(), false, places);
        }
      }
      for (Condition condition : statement.conditions()) {
        if (comparesArns(condition, context.catalog())) {
          for (Condition.Value value : condition.values()) {
            add(value.text(), value.location(), false, places);
          }
        }
      }
    }
    return places;
  }

  private static void addPrincipals(Statement statement, List<Place> places) {
    for (Principal principal : Parts.principals(statement)) {
      if (principal.form() != Principal.Form.MALFORMED
          && principal.form() != Principal.Form.WILDCARD) {
        add(principal.value(), principal.location(), true, places);
      }
    }
  }

  private static void add(
      String text, SourceLocation location, boolean principal, List<Place> places) {
    Arn arn = Arn.parse(text);
    if (arn != null) {
      places.add(new Place(text, arn, location, principal));
    }
  }

  /** Whether a condition compares ARNs: its operator does, or its key holds one. */
  public static boolean comparesArns(Condition condition, Catalog catalog) {
    ConditionOperator operator = condition.operator();
    if (operator == null) {
      return false;
    }
    ConditionKeyInfo key = catalog.conditionKey(condition.key().value());
    return operator.base().family() == Family.ARN
        || (operator.base().family() == Family.STRING
            && key != null
            && key.type() == ValueType.ARN);
  }

  /** Whether a part of an ARN is open: it holds a wildcard or a variable. */
  public static boolean isOpen(String part) {
    return part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || part.indexOf("${") >= 0;
  }
}
