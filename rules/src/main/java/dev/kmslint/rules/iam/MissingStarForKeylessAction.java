package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ResourceFit;
import dev.kmslint.rules.ServiceActions;
import dev.kmslint.rules.UnknownNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags actions that work on no resource in a statement whose Resource is not {@code *}. A note
 * outside KMS and RDS: AWS's lists lack resources of some actions, as of logs:DescribeLogGroups.
 */
public final class MissingStarForKeylessAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/missing-star-for-keyless-action",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an action that works on no resource, with a Resource other than `*`",
          "0.1.0",
          List.of(AwsPages.RESOURCE, AwsPages.SERVICE_AUTHORIZATION, AwsPages.KMS_PERMISSIONS));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      List<Resources.Entry> resources = ResourceFit.resources(statement, context);
      if (resources.isEmpty() || ResourceFit.hasEverything(resources)) {
        continue;
      }
      List<Actions.Entry> keyless = new ArrayList<>();
      for (Actions.Entry entry : ServiceActions.named(statement, context)) {
        if (ResourceFit.areKeyless(ServiceActions.meant(entry, context))) {
          keyless.add(entry);
        }
      }
      for (List<Actions.Entry> entries : ServiceActions.byService(keyless)) {
        findings.add(finding(entries, resources, statement));
      }
    }
    return findings;
  }

  private static Finding finding(
      List<Actions.Entry> entries, List<Resources.Entry> resources, Statement statement) {
    Actions.Entry first = entries.get(0);
    boolean one = entries.size() == 1;
    boolean sure = UnknownNames.isKeptByHand(first.service());
    String actions = ServiceActions.some(entries);
    return Finding.of(INFO)
        .severity(sure ? Severity.ERROR : Severity.NOTE)
        .at(first.location())
        .related(resources.get(0).location(), "the statement's resources")
        .says(
            (sure
                    ? actions + (one ? " works" : " work") + " on no resource"
                    : "AWS lists no resource for " + actions)
                + ", so with these resources "
                + (one ? "it " : "they ")
                + (sure ? "" : "perhaps ")
                + ServiceActions.effect(statement, entries.size()),
            "put " + (one ? "it" : "them") + " into a statement with `\"Resource\": \"*\"`");
  }
}
