package dev.kmslint.rules.kms;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.Question;
import dev.kmslint.access.Who;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Fault;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Asking;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.PlainAccess;
import dev.kmslint.rules.Variants;
import dev.kmslint.rules.Wording;
import java.util.List;

/** Flags a key policy that nobody can change again. */
public final class Lockout implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/lockout",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "nobody in the key's account can change the key policy",
              "0.1.0",
              List.of(
                  AwsPages.PUT_KEY_POLICY,
                  "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"))
          .superseding(Where.PLACE, "kms/no-account-delegation");

  private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    String owner = context.owner();
    boolean ofAws = context.awsManaged() || context.policy().hasIdOfAws();
    if (!context.isKeyPolicy() || ofAws || isAmbiguous(context.policy())) {
      return List.of();
    }
    if (owner.isEmpty()) {
      return ofUnknownOwner(context);
    }
    boolean denied = false;
    boolean plain = false;
    boolean unreadable = false;
    Statement near = null;
    for (Statement statement : context.policy().statements()) {
      boolean about = statement.actions() != null && statement.actions().matches(PUT_KEY_POLICY);
      denied |= statement.isDeny();
      if (about && statement.isAllow()) {
        near = statement;
        unreadable |= statement.unreadable();
        plain |= PlainAccess.ofAccount(statement, owner);
      }
    }
    Who everybody = new Who.Everybody(Asking.partition(context), owner);
    Question question = Asking.about(context, everybody, PUT_KEY_POLICY);
    if (unreadable
        || (plain && !denied)
        || context.exact().answer(question).outcome() != Outcome.NEVER) {
      return List.of();
    }
    Finding.Builder builder = Finding.of(INFO).at(context.policy().location().first());
    if (near != null) {
      Policy alone = Variants.of(context.policy(), List.of(near));
      boolean stopped = context.exact().about(alone).allowsSome(question);
      builder.related(
          near.location(),
          "allows `kms:PutKeyPolicy`, but "
              + (stopped ? "a Deny takes it away" : "to nobody of the key's account"));
    }
    String root = Arn.ofAccount(Asking.partition(context), owner);
    return List.of(
        builder.says(
            "nobody in account "
                + Wording.code(owner)
                + ", not even its root user, can call `kms:PutKeyPolicy`, so this policy can never"
                + " be changed",
            "add a statement that allows " + Wording.code(root) + " the action `kms:*`"));
  }

  /**
   * Whoever the owner is: where only services are named, and none gets the action, nobody has it.
   */
  private static List<Finding> ofUnknownOwner(PolicyContext context) {
    if (!PlainAccess.isForServicesAlone(context.policy(), PUT_KEY_POLICY)) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(context.policy().location().first())
            .says(
                "nobody, not even the root user of the key's account, can call `kms:PutKeyPolicy`,"
                    + " so this policy can never be changed",
                "add a statement that allows the root ARN of the key's account the action"
                    + " `kms:*`"));
  }

  /** Whether something stands twice, so that AWS rejects the policy or reads one of the two. */
  private static boolean isAmbiguous(Policy policy) {
    for (Fault fault : policy.faults()) {
      if (fault.kind() == Fault.Kind.DUPLICATE_KEY) {
        return true;
      }
    }
    return false;
  }
}
