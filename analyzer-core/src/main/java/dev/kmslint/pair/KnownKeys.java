package dev.kmslint.pair;

import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys whose policies are there: which identity policies can have to do with them. */
final class KnownKeys {
  private static final String KMS = "kms";

  private final Map<String, PairedKey> byArn = new LinkedHashMap<>();

  /** Of two policies of one key it is not known which one holds, so neither is taken. */
  KnownKeys(Collection<PairedKey> keys) {
    Set<String> seen = new HashSet<>();
    for (PairedKey key : keys) {
      String arn = key.arn().toString();
      if (seen.add(arn)) {
        byArn.put(arn, key);
      } else {
        byArn.remove(arn);
      }
    }
  }

  Collection<PairedKey> all() {
    return byArn.values();
  }

  @Nullable PairedKey get(String arn) {
    return byArn.get(arn);
  }

  /**
   * Whether a policy may allow something on one of the keys; false only when it surely does not.
   */
  boolean concern(Policy policy) {
    if (byArn.isEmpty()) {
      return false;
    }
    for (Statement statement : policy.statements()) {
      if (statement.isOpen()
          || (statement.isAllow() && isOfKms(statement) && mayMatch(statement.resources()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfKms(Statement statement) {
    Actions actions = statement.actions();
    if (actions == null || actions.negated()) {
      return actions != null;
    }
    for (Actions.Entry entry : actions.entries()) {
      if (isOfKms(entry)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entry can name actions of KMS. */
  static boolean isOfKms(Actions.Entry entry) {
    return entry.isEverything() || entry.service().equals(KMS);
  }

  private boolean mayMatch(@Nullable Resources resources) {
    if (resources == null || resources.negated()) {
      return resources != null;
    }
    for (Resources.Entry entry : resources.entries()) {
      if (entry.isEverything() || byArn.containsKey(entry.text()) || matchesOne(entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesOne(Resources.Entry entry) {
    Glob glob = entry.template().widest();
    if (glob.isLiteral()) {
      return false;
    }
    for (String arn : byArn.keySet()) {
      if (glob.matches(arn)) {
        return true;
      }
    }
    return false;
  }
}
