package dev.kmslint.rules.policy;

import dev.kmslint.access.Effort;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.GrantBypass;
import dev.kmslint.rules.Overlap;
import dev.kmslint.rules.Redundancy;
import dev.kmslint.rules.ValueOverlap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Flags statements that other statements cover. */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
public final class RedundantStatement implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/redundant-statement",
          Severity.NOTE,
          Precision.VERY_HIGH,
          0,
          "a statement that adds nothing to the others",
          "0.1.0",
          List.of(AwsPages.EVALUATION, AwsPages.POLICY_CHECKS));

  /** Statements are compared in pairs: enough for all of a policy that AWS takes. */
  private static final int MOST_PAIRS = 150_000;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    List<Statement> statements = context.policy().statements();
    BitSet redundant = new BitSet();
    Effort effort = Redundancy.effort();
    int pairs = Redundancy.isDecidable(context) ? MOST_PAIRS : 0;
    for (int i = statements.size() - 1; i >= 0 && pairs > 0 && !effort.isSpent(); i--) {
      Statement statement = statements.get(i);
      if (isAboutGrants(statement) || !Redundancy.isReadable(statement)) {
        continue;
      }
      List<Statement> others = like(statement, statements, redundant);
      pairs -= others.size();
      others =
          ValueOverlap.mayCover(others, statement)
              ? Overlap.covering(others, statement, true)
              : List.of();
      if (others.isEmpty()) {
        continue;
      }
      List<Statement> by =
          Redundancy.analysis(context, statement, others, effort).covering(statement, Set.of());
      if (!by.isEmpty()) {
        redundant.set(statement.index());
        findings.add(0, finding(statement, by));
      }
    }
    return findings;
  }

  private static List<Statement> like(Statement statement, List<Statement> all, BitSet redundant) {
    List<Statement> like = new ArrayList<>();
    for (Statement other : all) {
      if (other.index() != statement.index()
          && other.effect() == statement.effect()
          && !redundant.get(other.index())) {
        like.add(other);
      }
    }
    return like;
  }

  /** Such a condition that does nothing is grant-condition-bypassed's matter. */
  private static boolean isAboutGrants(Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (statement.isAllow() && GrantBypass.isOnGrants(condition)) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(Statement statement, List<Statement> by) {
    String all = statement.isAllow() ? "allow" : "deny";
    String what = statement.isAllow() ? "allows" : "denies";
    Finding.Builder builder = Finding.of(INFO).at(Redundancy.place(statement));
    for (Statement other : by) {
      builder.related(
          Redundancy.place(other), (statement.isAllow() ? "allowed" : "denied") + " here");
    }
    return builder.says(
        statement.title()
            + " adds nothing: "
            + Redundancy.titles(by)
            + " "
            + (by.size() == 1 ? what : all)
            + " all that it "
            + what,
        "remove it, or narrow what the other statement matches if it was meant to be less");
  }
}
