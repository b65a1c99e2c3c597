package dev.kmslint.rules;

import dev.kmslint.access.Effort;
import dev.kmslint.access.exact.StatementAnalysis;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules about whole statements have in common. */
public final class Redundancy {
  private static final int MOST_STATES = 60_000;

  private Redundancy() {}

  /** What one rule may spend on a policy: enough for what AWS itself writes. */
  public static Effort effort() {
    return Effort.of(MOST_STATES);
  }

  /** The questions about a statement beside some others of its policy. */
  public static StatementAnalysis analysis(
      PolicyContext context, Statement statement, List<Statement> others) {
    return analysis(context, statement, others, null);
  }

  /** The same within an effort. */
  public static StatementAnalysis analysis(
      PolicyContext context, Statement statement, List<Statement> others, @Nullable Effort effort) {
    List<Statement> statements = new ArrayList<>(others);
    statements.add(statement);
    return new StatementAnalysis(
        context.catalog(),
        Variants.of(context.policy(), statements),
        context.owner(),
        Asking.partition(context),
        effort);
  }

  /** Whether a policy is of a kind whose statements can be decided exactly. */
  public static boolean isDecidable(PolicyContext context) {
    return context.kind() == PolicyKind.KEY || context.kind().isIdentitySide();
  }

  /** Whether a statement could be read, so that what it matches is known. */
  public static boolean isReadable(Statement statement) {
    return statement.effect() != null
        && statement.actions() != null
        && statement.resources() != null
        && !statement.unreadable();
  }

  /** Where a finding about a whole statement goes: its name, else its first character. */
  public static SourceLocation place(Statement statement) {
    return statement.sid() == null ? statement.location().first() : statement.sid().location();
  }

  /** Statements in a message: of more than three only how many they are. */
  public static String titles(List<Statement> statements) {
    if (statements.size() > 3) {
      return statements.size() + " other statements together";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      if (i > 0) {
        text.append(i == statements.size() - 1 ? " and " : ", ");
      }
      text.append(statements.get(i).title());
    }
    return text.toString();
  }
}
