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
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Notes ranges whose address has bits after the prefix, which mean nothing. */
public final class CidrHostBits implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/cidr-host-bits",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a range of addresses that is written from its middle",
          "0.1.0",
          List.of(AwsPages.POLICY_CHECKS, AwsPages.OPERATORS));

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
        if (operator == null || operator.base().family() != Family.IP) {
          continue;
        }
        for (Condition.Value value : condition.values()) {
          AddressRange range = AddressRange.parse(value.text());
          if (range != null && range.hasHostBits()) {
            findings.add(
                Finding.of(INFO)
                    .at(value.location())
                    .says(
                        Wording.code(value.text())
                            + " means the whole range of addresses that share their first "
                            + range.prefix()
                            + " bits, not this address alone",
                        range.isV6()
                            ? "write the first address of the range, or the address without `/`"
                            : "write "
                                + Wording.code(first(range))
                                + ", or the address without `/`"));
          }
        }
      }
    }
    return findings;
  }

  private static String first(AddressRange range) {
    StringBuilder text = new StringBuilder();
    byte[] bits = range.bits();
    for (int i = 0; i < bits.length; i++) {
      int kept = Math.max(0, Math.min(8, range.prefix() - 8 * i));
      text.append(i == 0 ? "" : ".").append(bits[i] & 0xff & (0xff << (8 - kept)));
    }
    return text + "/" + range.prefix();
  }
}
