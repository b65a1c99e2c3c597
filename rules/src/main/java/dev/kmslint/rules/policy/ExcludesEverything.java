package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags NotAction and NotResource with an entry that means everything: the statement is about
 * nothing. NotPrincipal is policy/deny-not-principal's.
 */
public final class ExcludesEverything implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/excludes-everything",
              Severity.WARNING,
              Precision.VERY_HIGH,
              0,
              "a statement that leaves nothing over for itself",
              "0.1.0",
              List.of(
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
                  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"))
          .superseding(Where.STATEMENT, "iam/allow-not-action", "iam/allow-not-resource");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Actions actions = statement.actions();
      if (actions != null && actions.negated()) {
        for (Actions.Entry entry : actions.entries()) {
          check(entry.isEverything(), statement, "action", entry.location(), findings);
        }
      }
      Resources resources = statement.resources();
      if (resources != null && resources.negated()) {
        for (Resources.Entry entry : resources.entries()) {
          check(entry.isEverything(), statement, "resource", entry.location(), findings);
        }
      }
    }
    return findings;
  }

  private static void check(
      boolean everything,
      Statement statement,
      String what,
      SourceLocation place,
      List<Finding> findings) {
    if (everything) {
      findings.add(
          Finding.of(INFO)
              .at(place)
              .says(
                  statement.title()
                      + " is about no "
                      + what
                      + ", since it excludes every one, and "
                      + (statement.isDeny() ? "denies" : "allows")
                      + " nothing",
                  "list only the exceptions"));
    }
  }
}
