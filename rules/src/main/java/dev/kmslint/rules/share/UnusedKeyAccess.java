package dev.kmslint.rules.share;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.pair.Pairing;
import dev.kmslint.pair.UnusedAccess;
import dev.kmslint.policy.Principal;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags access for another account that no identity policy of that account makes use of. */
public final class UnusedKeyAccess implements Rule.OfPairing {
  private static final RuleInfo INFO =
      new RuleInfo(
          "share/unused-key-access",
          Severity.NOTE,
          Precision.HIGH,
          2,
          "a key policy gives another account access that nobody there uses",
          "0.1.0",
          List.of(AwsPages.KMS_EXTERNAL_ACCOUNTS, AwsPages.LEAST_PRIVILEGE));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Pairing pairing) {
    List<Finding> findings = new ArrayList<>();
    for (UnusedAccess unused : pairing.unused()) {
      Principal principal = unused.principal();
      String policies =
          principal.form() == Principal.Form.ACCOUNT
              ? "no identity policy in account " + Wording.code(principal.account())
              : "no identity policy of " + Wording.code(principal.value());
      findings.add(
          Finding.of(INFO)
              .at(principal.location())
              .related(
                  unused.export(),
                  "all users and roles of account "
                      + Wording.code(principal.account())
                      + " with their policies")
              .says(
                  "this access is not used: "
                      + policies
                      + " allows any of it on key "
                      + Wording.code(unused.key().arn().toString()),
                  "remove it from the key's policy, or allow what is needed of it in an identity"
                      + " policy there"));
    }
    return findings;
  }
}
