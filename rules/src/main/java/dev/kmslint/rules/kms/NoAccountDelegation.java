package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.KeyPartition;
import dev.kmslint.rules.Wording;
import java.util.List;

/**
 * Notes key policies that do not let the key's own account in, so that IAM policies give nobody
 * access to the key. Quiet where nobody can change the policy, which is kms/lockout's, and for keys
 * of AWS.
 */
public final class NoAccountDelegation implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/no-account-delegation",
          Severity.NOTE,
          Precision.HIGH,
          0,
          "a key policy under which IAM policies have no effect",
          "0.1.0",
          List.of("https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    boolean ofAws = context.awsManaged() || context.policy().hasIdOfAws();
    if (!context.isKeyPolicy() || ofAws) {
      return List.of();
    }
    boolean kept = false;
    for (Statement statement : context.policy().statements()) {
      if (statement.isAllow()) {
        if (statement.unreadable() || canLetTheAccountIn(statement, context.owner())) {
          return List.of();
        }
        kept |= statement.actions() != null && statement.actions().matches("kms:PutKeyPolicy");
      }
    }
    if (!kept) {
      return List.of();
    }
    String owner = context.owner();
    String partition = KeyPartition.of(context);
    String root =
        Arn.ofAccount(partition.isEmpty() ? "aws" : partition, owner.isEmpty() ? "ACCOUNT" : owner);
    return List.of(
        Finding.of(INFO)
            .at(context.policy().location().first())
            .says(
                "IAM policies of "
                    + (owner.isEmpty() ? "the key's account" : "account " + Wording.code(owner))
                    + " give nobody access to this key: its policy does not name the account",
                "if they are to count, allow "
                    + Wording.code(root)
                    + " the actions that they may give"));
  }

  /** Whether it names the account, or somebody whom it was perhaps meant to be. */
  private static boolean canLetTheAccountIn(Statement statement, String owner) {
    Principals principals = statement.principals();
    if (principals == null || principals.negated()) {
      return true;
    }
    for (Principal principal : principals.entries()) {
      boolean lets =
          switch (principal.form()) {
            case ACCOUNT -> owner.isEmpty() || principal.account().equals(owner);
            case EVERYONE, WILDCARD, MALFORMED -> true;
            default -> false;
          };
      if (lets) {
        return true;
      }
    }
    return false;
  }
}
