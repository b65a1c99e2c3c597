package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ConditionValues;
import dev.kmslint.rules.OperatorFit;
import dev.kmslint.rules.ViaService;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Flags values that are none of what the operator compares, or of what the condition key holds.
 * Where operator and key do not fit, policy/operator-type-mismatch says so; numbers as account ids
 * are policy/number-account-id's.
 */
public final class InvalidConditionValue implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/invalid-condition-value",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "a value of a condition that nothing can equal",
              "0.1.0",
              List.of(AwsPages.OPERATORS, AwsPages.GLOBAL_KEYS, AwsPages.KMS_CONDITIONS))
          .superseding(Where.STATEMENT, "policy/dead-statement");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        if (!OperatorFit.fits(condition, context.catalog())) {
          continue;
        }
        for (Condition.Value value : condition.values()) {
          boolean number = value.type() == Condition.ValueType.NUMBER;
          String fault = ConditionValues.fault(condition, value, context.catalog());
          if (fault != null && !(number && ConditionValues.isAccount(condition))) {
            findings.add(
                Finding.of(INFO)
                    .at(value.location())
                    .related(condition.key().location(), "the key that it is compared with")
                    .says(
                        (value.text().isEmpty() ? "an empty string" : Wording.code(value.text()))
                            + " "
                            + fault
                            + ", so no value of "
                            + Wording.code(condition.key().value())
                            + " can match it",
                        help(condition, value.text(), context.catalog())));
          }
        }
      }
    }
    return findings;
  }

  private static String help(Condition condition, String text, Catalog catalog) {
    Arn arn = Arn.parse(text);
    if (ConditionValues.isAccount(condition)) {
      return arn != null && Arn.isAccountId(arn.account())
          ? "write the account id alone: " + Wording.code(arn.account())
          : "write the 12 digits of the account id";
    }
    if (condition.hasKey("kms:ViaService")) {
      ViaService via = ViaService.parse(text);
      String service =
          text.endsWith(".amazonaws.com") && text.indexOf('*') < 0
              ? text.substring(0, text.indexOf('.'))
              : "rds";
      return "write the service with its Region, such as "
          + Wording.code(
              via == null
                  ? service + ".us-east-1.amazonaws.com"
                  : via.name() + "." + via.region() + ".amazonaws.com");
    }
    if (condition.key().value().toLowerCase(Locale.ROOT).contains("sourcevpc")) {
      return "write `vpc-` or `vpce-` and 8 or 17 hexadecimal digits; VPCs belong under"
          + " `aws:SourceVpc`, endpoints under `aws:SourceVpce`";
    }
    if (ArnPlaces.comparesArns(condition, catalog)) {
      return "write an ARN, such as `arn:aws:iam::111122223333:role/Name`";
    }
    Family family =
        condition.operator() == null ? Family.NULL : condition.operator().base().family();
    return switch (family) {
      case BOOL -> "write `true` or `false`";
      case NUMERIC -> "write a number, such as `3600`";
      case DATE -> "write a date such as `2026-01-31T00:00:00Z`, or seconds since 1970";
      case IP -> "write an address or a range, such as `203.0.113.0/24`";
      case BINARY -> "write the bytes in base64";
      default -> "write a value that the key can hold";
    };
  }
}
