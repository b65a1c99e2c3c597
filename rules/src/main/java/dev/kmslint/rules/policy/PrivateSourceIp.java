package dev.kmslint.rules.policy;

import dev.kmslint.access.AddressRange;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Conditions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags private addresses for aws:SourceIp: all of them is an error where the condition then never
 * holds, else a note.
 */
public final class PrivateSourceIp implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/private-source-ip",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "private addresses for `aws:SourceIp`, which is always a public one",
          "0.1.0",
          List.of(AwsPages.GLOBAL_KEYS, AwsPages.POLICY_CHECKS));

  /** RFC 1918, and unique local addresses of IPv6, RFC 4193. */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        ConditionOperator operator = condition.operator();
        if (operator != null
            && operator.base().family() == Family.IP
            && condition.hasKey("aws:SourceIp")) {
          check(condition, operator.base().isNegated(), findings);
        }
      }
    }
    return findings;
  }

  private static void check(Condition condition, boolean negated, List<Finding> findings) {
    List<Condition.Value> hidden = new ArrayList<>();
    for (Condition.Value value : condition.values()) {
      if (isPrivate(AddressRange.parse(value.text()))) {
        hidden.add(value);
      }
    }
    boolean all = hidden.size() == condition.values().size();
    boolean never = all && !negated && Conditions.needsItsKey(condition);
    for (Condition.Value value : never ? hidden.subList(0, Math.min(1, hidden.size())) : hidden) {
      findings.add(
          Finding.of(INFO)
              .severity(never ? Severity.ERROR : Severity.NOTE)
              .at(never ? condition.valuesLocation() : value.location())
              .says(
                  never
                      ? "no request comes from a private address, so this condition never holds"
                      : "no request comes from "
                          + Wording.code(value.text())
                          + ", a private address, so this value matches none",
                  "write the public addresses from which requests reach AWS, or for those that come"
                      + " through a VPC endpoint use `aws:VpcSourceIp` with `aws:SourceVpc`"));
    }
  }

  private static boolean isPrivate(@Nullable AddressRange range) {
    if (range != null) {
      for (String block : PRIVATE) {
        AddressRange hidden = AddressRange.parse(block);
        if (hidden != null && hidden.contains(range)) {
          return true;
        }
      }
    }
    return false;
  }
}
