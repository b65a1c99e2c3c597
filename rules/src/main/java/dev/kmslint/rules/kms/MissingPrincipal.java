package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.KnownPrincipals;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Flags users and roles of the key's account that its authorization details do not hold. AWS
 * refuses a policy that names one: "The principals in the key policy must exist and be visible to
 * AWS KMS".
 */
public final class MissingPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "kms/missing-principal",
              Severity.WARNING,
              Precision.HIGH,
              0,
              "a principal that the key's account does not have",
              "0.1.0",
              List.of(AwsPages.PUT_KEY_POLICY, AwsPages.PRINCIPAL))
          .superseding(Where.PLACE, "kms/sso-role-path");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    KnownPrincipals known = context.principals();
    if (known == null || !context.isKeyPolicy() || context.owner().isEmpty()) {
      return findings;
    }
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        boolean user = principal.form() == Principal.Form.USER;
        boolean role = principal.form() == Principal.Form.ROLE;
        Set<String> all = user ? known.users() : role ? known.roles() : null;
        if (all != null
            && principal.account().equals(context.owner())
            && !all.contains(principal.value())) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      "account "
                          + Wording.code(context.owner())
                          + " has no "
                          + (user ? "user " : "role ")
                          + Wording.code(principal.value())
                          + ", so AWS refuses to save this policy",
                      help(principal, all, user)));
        }
      }
    }
    return findings;
  }

  private static String help(Principal principal, Set<String> all, boolean user) {
    String name = principal.arn() == null ? "" : principal.arn().lastName();
    String near = "";
    for (String each : all) {
      boolean same = each.endsWith("/" + name);
      near = same && (near.isEmpty() || each.compareTo(near) < 0) ? each : near;
    }
    return near.isEmpty()
        ? "create the " + (user ? "user" : "role") + " before the key's policy, or remove it here"
        : "its path differs: write " + Wording.code(near);
  }
}
