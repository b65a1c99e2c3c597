package dev.kmslint.rules.policy;

import dev.kmslint.access.Truth;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Contradictions;
import dev.kmslint.rules.Redundancy;
import dev.kmslint.rules.Variants;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags statements whose conditions contradict each other, or their principals. */
public final class DeadStatement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/dead-statement",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a statement whose conditions no request can satisfy",
          "0.1.0",
          List.of(AwsPages.OPERATORS, AwsPages.GLOBAL_KEYS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!Redundancy.isDecidable(context)
          || !Redundancy.isReadable(statement)
          || !Contradictions.arePossible(statement, context.catalog())) {
        continue;
      }
      Condition culprit =
          dead(context, statement) == Truth.YES ? culprit(context, statement) : null;
      if (culprit != null) {
        findings.add(
            Finding.of(INFO)
                .at(culprit.key().location())
                .says(
                    "no request satisfies this condition on "
                        + Wording.code(culprit.key().value())
                        + " and the rest of "
                        + statement.title()
                        + ", which therefore "
                        + (statement.isAllow() ? "allows" : "denies")
                        + " nothing",
                    "all conditions of a statement must hold at once: use values that agree, or"
                        + " make statements of their own"));
      }
    }
    return findings;
  }

  private static Truth dead(PolicyContext context, Statement statement) {
    return Redundancy.analysis(context, statement, List.of()).dead(statement);
  }

  /** The last condition without which the statement would match something; null without one. */
  private static @Nullable Condition culprit(PolicyContext context, Statement statement) {
    for (int i = statement.conditions().size() - 1; i >= 0; i--) {
      Condition condition = statement.conditions().get(i);
      if (dead(context, Variants.without(statement, condition)) == Truth.NO) {
        return condition;
      }
    }
    return null;
  }
}
