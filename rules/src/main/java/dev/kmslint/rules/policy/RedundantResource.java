package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Covered;
import dev.kmslint.rules.Parts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags entries of a resource list that another entry of the list covers. */
public final class RedundantResource implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/redundant-resource",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a resource that another entry of the same list covers",
          "0.1.0",
          List.of(AwsPages.RESOURCE, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      List<Resources.Entry> entries = Parts.resources(statement);
      if (entries.size() < 2) {
        continue;
      }
      List<Covered.Item> items = new ArrayList<>();
      for (Resources.Entry entry : entries) {
        items.add(
            new Covered.Item(
                entry.text(), entry.location(), pattern(entry, false), pattern(entry, true)));
      }
      findings.addAll(Covered.findings(INFO, items));
    }
    return findings;
  }

  /**
   * What an entry matches, as AWS documents it: a wildcard inside a part of an ARN stays in that
   * part. A variable stands for itself, or for anything.
   */
  private static @Nullable Glob pattern(Resources.Entry entry, boolean possible) {
    int variables = entry.template().variables().size();
    if (entry.template().isMalformed()) {
      return null;
    }
    return variables > 0 && !possible
        ? Glob.literal(entry.text())
        : entry.template().widest().boundToSegments();
  }
}
