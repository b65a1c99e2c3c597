package dev.kmslint.rules.policy;

import dev.kmslint.access.Effort;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Overlap;
import dev.kmslint.rules.Redundancy;
import dev.kmslint.rules.Variants;
import java.util.ArrayList;
import java.util.List;

/** Flags Allow statements of which the policy's own Deny statements leave nothing. */
public final class ShadowedStatement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/shadowed-statement",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "an Allow that the Deny statements of the same policy take back",
          "0.1.0",
          List.of(AwsPages.EVALUATION));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    Effort effort = Redundancy.effort();
    List<Statement> denies =
        Redundancy.isDecidable(context) ? Variants.denies(context.policy()) : List.of();
    for (Statement statement : context.policy().statements()) {
      if (!statement.isAllow() || !Redundancy.isReadable(statement)) {
        continue;
      }
      List<Statement> covering = Overlap.covering(denies, statement, false);
      if (covering.isEmpty()) {
        continue;
      }
      List<Statement> by =
          Redundancy.analysis(context, statement, covering, effort).shadowing(statement);
      if (!by.isEmpty()) {
        Finding.Builder builder = Finding.of(INFO).at(Redundancy.place(statement));
        for (Statement deny : by) {
          builder.related(Redundancy.place(deny), "denied here");
        }
        findings.add(
            builder.says(
                statement.title()
                    + " allows nothing: "
                    + Redundancy.titles(by)
                    + (by.size() == 1 ? " denies" : " deny")
                    + " all that it matches",
                "remove it, or except from the Deny what it is meant to allow"));
      }
    }
    return findings;
  }
}
