package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ResourceType;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Arn;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Flags ARNs of resources and of conditions whose account is no account id, or is missing where the
 * service has no ARN without it. Principals are policy/malformed-principal's.
 */
public final class InvalidAccount implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "policy/invalid-account",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an ARN whose account is no account id",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
              AwsPages.POLICY_CHECKS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int DIGITS = 12;

  /** What stands in place of an account: AWS itself, and CloudFront's own users. */
  private static final Set<String> NAMES = Set.of("aws", "cloudfront");

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (ArnPlaces.Place place : ArnPlaces.of(context)) {
      Arn arn = place.arn();
      String account = arn.account();
      boolean missing = account.isEmpty() && hasAlwaysAnAccount(arn.service(), context.catalog());
      boolean good =
          account.isEmpty()
              || Arn.isAccountId(account)
              || ArnPlaces.isOpen(account)
              || NAMES.contains(account);
      if (!place.principal() && (missing || !good)) {
        findings.add(
            Finding.of(INFO)
                .at(place.location())
                .says(
                    Wording.code(place.text())
                        + " matches nothing: "
                        + (missing
                            ? "its account is empty"
                            : Wording.code(account) + " is no account id"),
                    help(account)));
      }
    }
    return findings;
  }

  private static boolean hasAlwaysAnAccount(String service, Catalog catalog) {
    ServiceTable table = catalog.service(service);
    if (table == null) {
      return false;
    }
    for (ResourceType type : table.resourceTypes()) {
      if (!type.arnPattern().contains("${Account}")) {
        return false;
      }
    }
    return true;
  }

  private static String help(String account) {
    String digits = account.replace("-", "").replace(" ", "");
    boolean number = digits.length() >= 9 && digits.length() <= DIGITS;
    String id = number ? "0".repeat(DIGITS - digits.length()) + digits : "";
    return Arn.isAccountId(id)
        ? "did you mean " + Wording.code(id) + "? an account id has 12 digits"
        : "write the 12 digits of the account id, or `*`";
  }
}
