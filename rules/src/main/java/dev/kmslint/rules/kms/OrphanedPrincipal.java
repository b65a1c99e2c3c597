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

/**
 * Flags unique ids as principals: AWS writes one where the user or role was deleted. It matches
 * nobody, not even a new user or role of the old name.
 */
public final class OrphanedPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/orphaned-principal",
          Severity.WARNING,
          Precision.VERY_HIGH,
          0,
          "a principal that was deleted",
          "0.1.0",
          List.of(AwsPages.IDENTIFIERS, AwsPages.PRINCIPAL));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      if (!context.isKeyPolicy()) {
        continue;
      }
      for (Principal principal : Parts.principals(statement)) {
        if (principal.form() == Principal.Form.UNIQUE_ID) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      Wording.code(principal.value())
                          + " is the id of "
                          + what(principal.value())
                          + " that was deleted, and matches nobody",
                      "remove it, or write the ARN of the principal that took its place"));
        }
      }
    }
    return findings;
  }

  private static String what(String id) {
    return switch (id.substring(0, 4)) {
      case "AIDA" -> "a user";
      case "AROA" -> "a role";
      default -> "something";
    };
  }
}
