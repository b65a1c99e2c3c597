package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ConditionValues;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags account ids without quotes. Principals have to be text; in a condition AWS takes a number,
 * but a number has lost the zeros that an account id can begin with.
 */
public final class NumberAccountId implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/number-account-id",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "an account id that is written as a number",
              "0.1.0",
              List.of(AwsPages.PRINCIPAL, AwsPages.GRAMMAR))
          .superseding(Where.STATEMENT, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int DIGITS = 12;

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : context.policy().faults()) {
      if (fault.kind() == Fault.Kind.NUMBER_ACCOUNT_ID && context.kind().hasPrincipal()) {
        findings.add(
            Finding.of(INFO)
                .at(fault.location())
                .says(
                    "the number "
                        + Wording.code(fault.detail())
                        + " is no principal: an account id is text",
                    help(fault.detail())));
      }
    }
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          if (value.type() == Condition.ValueType.NUMBER && ConditionValues.isAccount(condition)) {
            findings.add(inCondition(condition, value));
          }
        }
      }
    }
    return findings;
  }

  private static Finding inCondition(Condition condition, Condition.Value value) {
    boolean whole = Arn.isAccountId(value.text());
    String number = "the number " + Wording.code(value.text());
    return Finding.of(INFO)
        .severity(whole ? Severity.NOTE : Severity.ERROR)
        .at(value.location())
        .says(
            whole
                ? number + " works here, but an account id with a zero in front would lose it"
                : number
                    + " is no account id, so no request holds it as "
                    + Wording.code(condition.key().value()),
            help(value.text()));
  }

  /** The id in quotes, with the zeros in front that a number loses. */
  private static String help(String number) {
    String id = "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    return Arn.isAccountId(id)
        ? "write it in quotes: `\"" + id + "\"`"
        : "write the 12 digits of the account id in quotes";
  }
}
