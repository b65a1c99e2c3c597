package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Variables;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags policy variables under an old Version, in principals and actions, before the resource of an
 * ARN, and under operators that do not compare text. It never looks into Sids.
 */
public final class VariableNotSupported implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/variable-not-supported",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a policy variable where AWS takes it for text",
              "0.1.0",
              List.of(AwsPages.VARIABLES, AwsPages.OPERATORS, AwsPages.POLICY_CHECKS))
          .superseding(
              Where.PLACE,
              "policy/invalid-account",
              "policy/malformed-action",
              "policy/malformed-principal");

  private static final String TAKES_NONE = "stands in an element that takes no variables";
  private static final String EARLY =
      "stands before the fifth colon, where no variable is filled in";
  private static final String OLD = "is text under this `Version`: variables came with 2012-10-17";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    Policy policy = context.policy();
    for (Statement statement : policy.statements()) {
      for (Principal principal : Parts.principals(statement)) {
        check(principal.value(), principal.location(), TAKES_NONE, findings);
      }
      for (Actions.Entry entry : Parts.actions(statement)) {
        check(entry.text(), entry.location(), TAKES_NONE, findings);
      }
      for (Resources.Entry entry : Parts.resources(statement)) {
        if (isFilledIn(policy, entry.text(), entry.location(), findings)) {
          String text = Variables.beforeResource(entry.text());
          check(text, entry.location(), EARLY, findings);
        }
      }
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          if (isFilledIn(policy, value.text(), value.location(), findings)) {
            check(value.text(), value.location(), Variables.whyNot(condition), findings);
          }
        }
      }
    }
    return findings;
  }

  /** Whether a text has a variable, under a Version that knows them; another one is at fault. */
  private static boolean isFilledIn(
      Policy policy, String text, SourceLocation place, List<Finding> findings) {
    boolean any = variable(text) != null;
    if (any && Variables.areText(policy)) {
      check(text, place, OLD, findings);
    }
    return any && Variables.count(policy);
  }

  private static @Nullable String variable(String text) {
    return text.indexOf("${") < 0 ? null : Variables.in(text);
  }

  private static void check(
      String text, SourceLocation place, @Nullable String why, List<Finding> findings) {
    String variable = variable(text);
    if (variable != null && why != null) {
      findings.add(
          Finding.of(INFO)
              .severity(why.equals(Variables.DISPUTED) ? Severity.WARNING : Severity.ERROR)
              .at(place)
              .says(
                  Wording.code(variable) + " " + why,
                  why.equals(OLD)
                      ? "write `\"Version\": \"2012-10-17\"`"
                      : "write the value itself, or say it in a `Condition`"));
    }
  }
}
