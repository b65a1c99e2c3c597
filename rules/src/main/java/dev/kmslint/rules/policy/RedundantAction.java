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
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      List<Actions.Entry> entries = Parts.actions(statement);
      List<@Nullable Glob> patterns = new ArrayList<>();
      for (Actions.Entry entry : entries) {
        patterns.add(entry.isWellFormed() ? entry.pattern() : null);
      }
      for (Covered covered : Covered.in(patterns, patterns)) {
        Actions.Entry wide = entries.get(covered.wide());
        List<String> texts = new ArrayList<>();
        for (int narrow : covered.narrow()) {
          texts.add(entries.get(narrow).text());
        }
        findings.add(
            Finding.of(INFO)
                .at(entries.get(covered.narrow().get(0)).location())
                .related(wide.location(), "covers " + (texts.size() == 1 ? "it" : "them"))
                .says(
                    Wording.some(texts)
                        + (texts.size() == 1 ? " adds" : " add")
                        + " nothing to "
                        + Wording.code(wide.text())
                        + " in the same list",
                    "remove what is covered, or the entry that covers it if that is too much"));
      }
    }
    return findings;
  }
}
