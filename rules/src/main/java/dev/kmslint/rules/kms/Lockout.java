package dev.kmslint.rules.kms;

import dev.kmslint.access.Outcome;
import dev.kmslint.access.exact.Question;
import dev.kmslint.access.exact.Who;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Asking;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
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
              "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"));

  private static final String PUT_KEY_POLICY = "kms:PutKeyPolicy";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    String owner = context.owner();
    if (!context.isKeyPolicy() || owner.isEmpty() || isManagedByAws(context)) {
      return List.of();
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
        plain |= isPlain(statement, owner);
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

  private static boolean isManagedByAws(PolicyContext context) {
    return context.awsManaged()
        || (context.policy().id() != null && context.policy().id().value().startsWith("auto-"));
  }

  /**
   * Whether an Allow lets the account in without more ado, so that only a Deny can be in the way.
   */
  private static boolean isPlain(Statement statement, String owner) {
    boolean plain = false;
    if (statement.conditions().isEmpty()
        && statement.principals() != null
        && !statement.principals().negated()
        && statement.resources() != null
        && !statement.resources().negated()) {
      for (Principal principal : Parts.principals(statement)) {
        plain |= principal.form() == Principal.Form.ACCOUNT && principal.account().equals(owner);
      }
      boolean all = false;
      for (Resources.Entry entry : Parts.resources(statement)) {
        all |= entry.isEverything();
      }
      plain &= all;
    }
    return plain;
  }
}
