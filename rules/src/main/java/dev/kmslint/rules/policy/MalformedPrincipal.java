package dev.kmslint.rules.policy;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags principals that are none: AWS rejects the policy. Service principals of key policies are
 * kms/malformed-service-principal's.
 */
public final class MalformedPrincipal implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/malformed-principal",
          Severity.ERROR,
          Precision.VERY_HIGH,
          0,
          "a principal that is no account, user, role, session or service",
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
      if (!context.kind().hasPrincipal()) {
        continue;
      }
      for (Principal principal : Parts.principals(statement)) {
        boolean service = principal.type() == Principal.Type.SERVICE;
        if (principal.form() == Principal.Form.MALFORMED
            && !(service && context.isKeyPolicy())
            && !isCloudFrontIdentity(principal, context)) {
          findings.add(
              Finding.of(INFO)
                  .at(principal.location())
                  .says(
                      (principal.value().isEmpty()
                              ? "an empty string"
                              : Wording.code(principal.value()))
                          + " names no principal, so AWS rejects the policy",
                      help(principal)));
        }
      }
    }
    return findings;
  }

  /**
   * CloudFront's origin access identities stand in bucket policies as users of account cloudfront.
   */
  private static boolean isCloudFrontIdentity(Principal principal, PolicyContext context) {
    Arn arn = principal.arn();
    return arn != null && arn.account().equals("cloudfront") && !context.isKeyPolicy();
  }

  private static String help(Principal principal) {
    String value = principal.value();
    if (principal.type() == Principal.Type.SERVICE) {
      return "write the service's name, such as `logs.amazonaws.com`";
    }
    if (value.indexOf(',') >= 0 || value.startsWith("[")) {
      return "write each principal as a string of its own, in a JSON list";
    }
    if (value.endsWith(".amazonaws.com")) {
      return "write a service as `{\"Service\": \"" + value + "\"}`";
    }
    if (isDigits(value)) {
      return "an account id has 12 digits";
    }
    return "write an account id or an ARN, such as `arn:aws:iam::111122223333:role/Name`";
  }

  private static boolean isDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
