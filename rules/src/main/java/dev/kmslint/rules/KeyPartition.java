package dev.kmslint.rules;

import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The partition that a key policy belongs to. */
public final class KeyPartition {
  private KeyPartition() {}

  /** The key's; else the one of most principals; empty when no principal has one. */
  public static String of(PolicyContext context) {
    if (context.key() != null) {
      return context.key().partition();
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        Arn arn = principal.arn();
        if (arn != null && context.catalog().partition(arn.partition()) != null) {
          counts.merge(arn.partition(), 1, Integer::sum);
        }
      }
    }
    String most = "";
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (most.isEmpty() || count.getValue() > counts.getOrDefault(most, 0)) {
        most = count.getKey();
      }
    }
    return most;
  }
}
