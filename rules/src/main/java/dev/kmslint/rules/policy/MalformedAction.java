package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags action entries that are not {@code service:Name}: AWS rejects them or they match nothing.
 */
public final class MalformedAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/malformed-action",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "an action that is not `service:Name`",
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
      for (Actions.Entry entry : Parts.actions(statement)) {
        if (!entry.isWellFormed()) {
          findings.add(
              Finding.of(INFO)
                  .at(entry.location())
                  .says(
                      entry.text().isEmpty()
                          ? "an empty string names no action"
                          : Wording.code(entry.text()) + " names no action: " + reason(entry),
                      help(entry.text())));
        }
      }
    }
    return findings;
  }

  private static String reason(Actions.Entry entry) {
    String text = entry.text();
    if (text.indexOf(':') < 0) {
      return "no `:` parts the service from the name";
    }
    if (entry.service().isEmpty() || entry.name().isEmpty()) {
      return "a part of `service:Name` is empty";
    }
    if (entry.service().indexOf('*') >= 0 || entry.service().indexOf('?') >= 0) {
      return "a service cannot have a wildcard";
    }
    return "it holds a character that no action has";
  }

  private static String help(String text) {
    int separator = text.indexOf('=');
    if (separator > 0 && text.indexOf(':') < 0) {
      return "did you mean "
          + Wording.code(text.substring(0, separator) + ":" + text.substring(separator + 1))
          + "?";
    }
    String trimmed = text.strip();
    if (!trimmed.equals(text) && trimmed.indexOf(':') > 0) {
      return "did you mean " + Wording.code(trimmed) + "?";
    }
    return "write it as `service:Name`, such as `kms:Decrypt` or `kms:Describe*`";
  }
}
