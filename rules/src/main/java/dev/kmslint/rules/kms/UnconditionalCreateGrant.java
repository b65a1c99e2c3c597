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
import dev.kmslint.rules.Asking;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.FreeGrants;
import dev.kmslint.rules.GrantWording;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags kms:CreateGrant without a bound: whoever has it can pass the use of the key on. */
public final class UnconditionalCreateGrant implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/unconditional-create-grant",
          Severity.WARNING,
          Precision.HIGH,
          6,
          "`kms:CreateGrant` without a condition on the grants",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
              AwsPages.KMS_CONDITIONS));

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
    for (FreeGrants free : FreeGrants.inKeyPolicy(context)) {
      boolean external = false;
      List<String> names = new ArrayList<>();
      for (Principal principal : free.principals()) {
        boolean other = Asking.isExternal(principal, context.owner());
        if (!(other && isEverything(free.statement()))) {
          external |= other;
          names.add(principal.value());
        }
      }
      if (!names.isEmpty()) {
        findings.add(
            Finding.of(INFO)
                .severity(external ? Severity.WARNING : Severity.NOTE)
                .at(GrantWording.place(free.statement()))
                .says(
                    "`kms:CreateGrant` is allowed without a condition on the grants, so "
                        + Wording.some(names)
                        + " can let anyone use this key",
                    GrantWording.BOUND));
      }
    }
    return findings;
  }

  /** Whether another account gets every action, which is kms/external-full-access's matter. */
  private static boolean isEverything(Statement statement) {
    Actions actions = statement.actions();
    Actions.Entry entry = actions == null ? null : actions.entryFor("kms:CreateGrant");
    return entry != null
        && actions != null
        && !actions.negated()
        && (entry.isEverything() || entry.text().equalsIgnoreCase("kms:*"));
  }
}
