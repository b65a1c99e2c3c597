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
import dev.kmslint.rules.ServiceCalls;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags service principals of a key policy that are no name of a service: they hold a wildcard, or
 * do not end as those names do.
 */
public final class MalformedServicePrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "kms/malformed-service-principal",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "a service principal that no service has",
          "0.1.0",
          List.of(AwsPages.PRINCIPAL, AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Principal principal : Parts.principals(statement)) {
        String value = principal.value();
        if (!context.isKeyPolicy() || principal.type() != Principal.Type.SERVICE) {
          continue;
        }
        boolean wildcard = principal.form() == Principal.Form.WILDCARD;
        if (!ServiceCalls.isServiceName(principal, context.catalog())) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      (value.isEmpty() ? "an empty string" : Wording.code(value))
                          + (wildcard
                              ? " matches no service: a service principal cannot have a wildcard"
                              : " is no service principal, so AWS rejects the policy"),
                      help(value)));
        }
      }
    }
    return findings;
  }

  private static String help(String value) {
    if (value.startsWith("arn:")) {
      return "write a user, role or account as `{\"AWS\": \"" + value + "\"}`";
    }
    int dot = value.indexOf('.');
    String name = dot < 0 ? value : value.substring(0, dot);
    boolean word = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      word &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return word
        ? "did you mean " + Wording.code(name + ".amazonaws.com") + "?"
        : "name each service, such as `logs.amazonaws.com`";
  }
}
