package dev.kmslint.rules.iam;

import dev.kmslint.lint.Exact;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.IamProbe;
import dev.kmslint.rules.Variants;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags permission to pass roles that the policy does not name, to services that it does not name.
 */
public final class PassRoleAny implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/pass-role-any",
          Severity.WARNING,
          Precision.VERY_HIGH,
          7,
          "permission to give any role to a service",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
              AwsPages.POLICY_CHECKS));

  private static final String PASS_ROLE = "iam:PassRole";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.kind() != PolicyKind.IDENTITY) {
      return findings;
    }
    for (Statement statement : context.policy().statements()) {
      SourceLocation place = allowsPassing(statement) ? open(statement) : null;
      if (place == null) {
        continue;
      }
      Exact alone = context.exact().about(Variants.alone(context.policy(), statement));
      for (IamProbe probe : IamProbe.of(context)) {
        if (IamProbe.isAllowed(context, alone, PASS_ROLE, probe.arn("role"))) {
          findings.add(
              Finding.of(INFO)
                  .at(place)
                  .says(
                      "any role can be given to any service, which then acts with that role's"
                          + " permissions",
                      "name the roles, and the services in a condition on `iam:PassedToService`"));
          break;
        }
      }
    }
    return findings;
  }

  private static boolean allowsPassing(Statement statement) {
    return statement.isAllow()
        && statement.actions() != null
        && statement.actions().matches(PASS_ROLE);
  }

  private static @Nullable SourceLocation open(Statement statement) {
    Resources resources = statement.resources();
    if (resources != null && resources.negated()) {
      return resources.nameLocation();
    }
    Resources.Entry entry = IamProbe.openEntry(statement, "role");
    return entry == null ? null : entry.location();
  }
}
