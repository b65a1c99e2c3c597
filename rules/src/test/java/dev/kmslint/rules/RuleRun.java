package dev.kmslint.rules;

import dev.kmslint.lint.Findings;
import dev.kmslint.lint.LintResult;
import dev.kmslint.lint.Linter;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** Runs some rules, and no others, on one file. */
final class RuleRun {
  private RuleRun() {}

  /** What the rules say, as cases hold it; empty when they say nothing. */
  static String compact(List<Rule> rules, String path, byte[] bytes, Facts facts) {
    if (rules.size() == 1 && rules.get(0) instanceof Rule.OfSuppression) {
      return ConfigRun.compact(rules.get(0), bytes);
    }
    RuleSet only = RuleSet.of(rules);
    Linter linter = new Linter(only);
    Document document = JsonReader.read(path, bytes);
    List<LintResult> results = new ArrayList<>();
    List<Policy> policies = new ArrayList<>();
    results.add(linter.check(document));
    if (document.root() != null) {
      String text = document.file().text();
      Policy policy =
          PolicyReader.read(document.root(), facts.kind(rules.get(0).info().family(), text));
      policies.add(policy);
      results.add(linter.check(facts.context(policy)));
    }
    LintResult all = LintResult.of(results);
    return CaseText.of(
        new Report(1, 0, 1, Findings.finish(all.findings(), policies), List.of(), all.errors()),
        only);
  }
}
