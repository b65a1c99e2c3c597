package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags `kms:*` for a user, a role or a session. The account's root is AWS's default; another
 * account is kms/external-full-access's.
 */
public final class FullControlToPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/full-control-to-principal",
          Severity.WARNING,
          Precision.VERY_HIGH,
          6.5,
          "a user or role gets every action on the key",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
              AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      Actions.Entry everything = KmsActions.everything(statement);
      Principals principals = statement.principals();
      if (!context.isKeyPolicy()
          || !statement.isAllow()
          || everything == null
          || principals == null
          || principals.negated()) {
        continue;
      }
      for (Principal principal : principals.entries()) {
        boolean other = !context.owner().isEmpty() && !principal.account().equals(context.owner());
        if (isOne(principal) && !other) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .related(everything.location(), "every action")
                  .says(
                      Wording.code(principal.value())
                          + " can do everything with this key: use it, change its policy, and have"
                          + " it deleted",
                      "name the actions that it needs, and leave use and administration of the key"
                          + " to different roles"));
        }
      }
    }
    return findings;
  }

  private static boolean isOne(Principal principal) {
    return switch (principal.form()) {
      case USER, ROLE, ROLE_SESSION, FEDERATED_USER -> true;
      default -> false;
    };
  }
}
