package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Covered;
import dev.kmslint.rules.Parts;
import java.util.ArrayList;
import java.util.List;

/** Flags entries of an action list that another entry of the list covers. */
public final class RedundantAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/redundant-action",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "an action that another entry of the same list covers",
          "0.1.0",
          List.of(AwsPages.ACTION, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      List<Covered.Item> items = new ArrayList<>();
      for (Actions.Entry entry : Parts.actions(statement)) {
        Glob pattern = entry.isWellFormed() ? entry.pattern() : null;
        items.add(new Covered.Item(entry.text(), entry.location(), pattern, pattern));
      }
      findings.addAll(Covered.findings(INFO, items));
    }
    return findings;
  }
}
