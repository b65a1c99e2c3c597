package dev.kmslint.share;

import dev.kmslint.access.Outcome;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import dev.kmslint.share.Gap.Consequence;
import dev.kmslint.share.Gap.Kind;
import dev.kmslint.share.ShareResult.Decided;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices a key policy that lets the caller make grants of any kind, and nowhere asks for
 * kms:GrantIsForAWSResource, as AWS's example does.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
final class GrantCondition {
  private static final String ACTION = "kms:CreateGrant";
  private static final String KEY = "kms:GrantIsForAWSResource";

  private final ShareInput input;
  private final Gaps gaps;

  GrantCondition(ShareInput input, Gaps gaps) {
    this.input = input;
    this.gaps = gaps;
  }

  void check(List<Decided> obligations) {
    Policy policy = input.keyPolicy();
    if (policy == null) {
      return;
    }
    for (Decided decided : obligations) {
      boolean grant = decided.action().equals(ACTION) && decided.level() == Level.REQUIRED;
      if (grant && decided.keySide() == Outcome.ALWAYS) {
        check(policy, decided);
      }
    }
  }

  private void check(Policy policy, Decided decided) {
    Actions.Entry allowing = null;
    for (Statement statement : policy.statements()) {
      if (statement.actions() == null || !statement.actions().matches(ACTION)) {
        continue;
      }
      if (asksForIt(statement)) {
        return;
      }
      if (allowing == null
          && statement.isAllow()
          && !statement.isOpen()
          && decides(statement, decided)) {
        allowing = entry(statement.actions());
      }
    }
    if (allowing != null) {
      gaps.add(
          new Gap(
              Kind.GRANT_CONDITION_MISSING,
              Consequence.WARNS,
              Side.KEY_POLICY,
              List.of(ACTION),
              allowing.location(),
              List.of(),
              Gaps.details("entry", allowing.text())));
    }
  }

  private static Actions.@Nullable Entry entry(Actions actions) {
    Actions.Entry named = actions.entryFor(ACTION);
    return named != null || actions.entries().isEmpty() ? named : actions.entries().get(0);
  }

  private static boolean decides(Statement statement, Decided decided) {
    for (ShareResult.Because because : decided.because()) {
      if (because.location().equals(statement.location())) {
        return true;
      }
    }
    return false;
  }

  private static boolean asksForIt(Statement statement) {
    for (Condition condition : statement.conditions()) {
      if (condition.hasKey(KEY)) {
        return true;
      }
    }
    return false;
  }
}
