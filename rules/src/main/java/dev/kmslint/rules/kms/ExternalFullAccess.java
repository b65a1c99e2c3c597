package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.KmsActions;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags `kms:*` for another account, which includes kms:CreateGrant: it can pass the key on. */
public final class ExternalFullAccess implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/external-full-access",
          Severity.WARNING,
          Precision.HIGH,
          7,
          "another account gets every action on the key",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (!context.isKeyPolicy() || context.owner().isEmpty()) {
      return findings;
    }
    for (Statement statement : context.policy().statements()) {
      Actions.Entry everything = KmsActions.everything(statement);
      if (!statement.isAllow()
          || everything == null
          || statement.principals() == null
          || statement.principals().negated()) {
        continue;
      }
      for (Principal principal : statement.principals().entries()) {
        if (!principal.account().isEmpty()
            && !principal.account().equals(context.owner())
            && principal.form() != Principal.Form.WILDCARD) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .related(everything.location(), "every action")
                  .says(
                      who(principal)
                          + " gets every action on this key that works across accounts, also"
                          + " `kms:CreateGrant`, with which it can pass the key on",
                      "name the actions that the other account needs"));
        }
      }
    }
    return findings;
  }

  private static String who(Principal principal) {
    String account = "account " + Wording.code(principal.account());
    return principal.form() == Principal.Form.ACCOUNT
        ? "the other " + account
        : Wording.code(principal.value()) + " of the other " + account;
  }
}
