package dev.kmslint.rules.kms;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags canonical user ids as principals of a key policy: only Amazon S3 knows them. */
public final class CanonicalUserPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/canonical-user-principal",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a canonical user id is named as a principal",
          "0.1.0",
          List.of(AwsPages.PRINCIPAL));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        if (context.isKeyPolicy() && principal.form() == Principal.Form.CANONICAL_USER) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      "the canonical user id "
                          + Wording.code(principal.value())
                          + " gives nobody access to a key: only Amazon S3 knows such ids",
                      "name the account, the user or the role as `{\"AWS\": \"arn:aws:iam::...\"}`"));
        }
      }
    }
    return findings;
  }
}
