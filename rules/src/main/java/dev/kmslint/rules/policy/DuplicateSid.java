package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Text;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags a Sid that an earlier statement has too. IAM rejects such a policy; for other policies AWS
 * recommends different ones. Empty Sids do not count.
 */
public final class DuplicateSid implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/duplicate-sid",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "two statements have the same `Sid`",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Text> seen = new HashMap<>();
    boolean rejected =
        switch (context.kind()) {
          case IDENTITY, BOUNDARY, SESSION -> true;
          default -> false;
        };
    for (Statement statement : context.policy().statements()) {
      Text sid = statement.sid();
      Text first = sid == null || sid.value().isEmpty() ? null : seen.putIfAbsent(sid.value(), sid);
      if (sid != null && first != null) {
        findings.add(
            Finding.of(INFO)
                .severity(rejected ? Severity.ERROR : Severity.NOTE)
                .at(sid.location())
                .related(first.location(), "the same `Sid`")
                .says(
                    "an earlier statement has the `Sid` "
                        + Wording.code(sid.value())
                        + " too"
                        + (rejected ? ", so IAM rejects the policy" : ""),
                    "give each statement a `Sid` of its own"));
      }
    }
    return findings;
  }
}
