package dev.kmslint.rules;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.Partition;
import dev.kmslint.catalog.Presence;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Principal;
import java.util.List;
import java.util.Locale;

/** Which condition keys come with calls of services themselves, and which never do. */
public final class ServiceCalls {
  /** What says on whose behalf a service calls. */
  private static final List<String> NEVER =
      List.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:username",
          "kms:CallerAccount");

  private ServiceCalls() {}

  /**
   * Whether a key comes only with calls of a service as itself, as aws:SourceArn does.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
   */
  public static boolean onlyThere(Condition condition, Catalog catalog) {
    ConditionKeyInfo key = catalog.conditionKey(condition.key().value());
    return key != null && key.presence() == Presence.SERVICE_PRINCIPALS_ONLY;
  }

  /** Whether a principal is a service's name, which ends in the domain of a partition. */
  public static boolean isServiceName(Principal principal, Catalog catalog) {
    if (principal.form() != Principal.Form.SERVICE) {
      return false;
    }
    for (Partition partition : catalog.allPartitions()) {
      if (principal.value().endsWith("." + partition.dnsSuffix())) {
        return true;
      }
    }
    return principal.value().endsWith(".aws.internal");
  }

  /** Whether a key says who of an account calls, so that no call of a service as itself has it. */
  public static boolean neverThere(Condition condition) {
    String name = condition.key().value();
    for (String key : NEVER) {
      if (key.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return name.toLowerCase(Locale.ROOT).startsWith("aws:principaltag/");
  }

  /**
   * Whether conditions bound for whom a service may call: by the source of the call, or by an
   * encryption context. A bound that every value meets is none.
   */
  public static boolean areScoped(List<Condition> conditions, Catalog catalog) {
    for (Condition condition : conditions) {
      boolean context =
          condition.key().value().toLowerCase(Locale.ROOT).startsWith("kms:encryptioncontext:");
      if ((context || onlyThere(condition, catalog))
          && condition.operator() != null
          && condition.operator().base() != ConditionOperator.Base.NULL
          && !condition.operator().base().isNegated()
          && !letsAllThrough(condition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean letsAllThrough(Condition condition) {
    for (Condition.Value value : condition.values()) {
      if (Glob.of(value.text()).matchesEverything()) {
        return true;
      }
    }
    return condition.values().isEmpty();
  }
}
