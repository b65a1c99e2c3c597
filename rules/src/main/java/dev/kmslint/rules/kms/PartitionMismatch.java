package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KeyPartition;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags ARNs of another partition than the key's: no principal there can ever use the key. */
public final class PartitionMismatch implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/partition-mismatch",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an ARN of another partition than the key's",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
              AwsPages.PRINCIPAL));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    String partition = KeyPartition.of(context);
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy() || partition.isEmpty()) {
        continue;
      }
      for (Principal principal : Parts.principals(statement)) {
        if (isOther(principal.arn(), partition, context)) {
          findings.add(
              finding(Finding.of(INFO).at(principal.location()), principal.value(), partition));
        }
      }
      for (Condition condition : statement.conditions()) {
        if (allOther(condition, partition, context)) {
          Condition.Value value = condition.values().get(0);
          findings.add(finding(Finding.of(INFO).at(value.location()), value.text(), partition));
        }
      }
    }
    return findings;
  }

  /** Whether every value of a condition is an ARN of another partition. */
  private static boolean allOther(Condition condition, String partition, PolicyContext context) {
    for (Condition.Value value : condition.values()) {
      if (!isOther(Arn.parse(value.text()), partition, context)) {
        return false;
      }
    }
    return !condition.values().isEmpty();
  }

  /** Whether it is an ARN of a partition that exists, and not of this one. */
  private static boolean isOther(@Nullable Arn arn, String partition, PolicyContext context) {
    return arn != null
        && !arn.partition().equals(partition)
        && context.catalog().partition(arn.partition()) != null;
  }

  private static Finding finding(Finding.Builder builder, String text, String partition) {
    return builder.says(
        Wording.code(text)
            + " is of another partition than this key, "
            + Wording.code(partition)
            + ", and accounts do not reach across partitions",
        "name the principal of partition " + Wording.code(partition) + ", or remove it");
  }
}
