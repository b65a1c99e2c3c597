package dev.kmslint.rules.iam;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.ResourceType;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.AliasArns;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ResourceFit;
import dev.kmslint.rules.ServiceActions;
import dev.kmslint.rules.UnknownNames;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;

/** Flags actions with resources of other kinds only, as kms:Decrypt with the ARN of a bucket. */
public final class ResourceTypeMismatch implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/resource-type-mismatch",
          Severity.ERROR,
          Precision.HIGH,
          0,
          "an action with resources of other kinds only",
          "0.1.0",
          List.of(AwsPages.RESOURCE, AwsPages.SERVICE_AUTHORIZATION));

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
      List<Actions.Entry> unfit = new ArrayList<>();
      for (Actions.Entry entry : ServiceActions.named(statement, context)) {
        if (ResourceFit.fitNone(entry, resources, context) && !isAlias(entry, resources)) {
          unfit.add(entry);
        }
      }
      for (List<Actions.Entry> entries : ServiceActions.byService(unfit)) {
        findings.add(finding(entries, resources, statement, context));
      }
    }
    return findings;
  }

  /** Alias ARNs have a rule of their own. */
  private static boolean isAlias(Actions.Entry entry, List<Resources.Entry> resources) {
    boolean alias = false;
    for (Resources.Entry resource : resources) {
      alias |= AliasArns.isAlias(resource);
    }
    return alias && entry.service().equals("kms");
  }

  private static Finding finding(
      List<Actions.Entry> entries,
      List<Resources.Entry> resources,
      Statement statement,
      PolicyContext context) {
    Actions.Entry first = entries.get(0);
    boolean one = entries.size() == 1;
    boolean sure = UnknownNames.isKeptByHand(first.service());
    Finding.Builder finding =
        Finding.of(INFO).severity(sure ? Severity.ERROR : Severity.WARNING).at(first.location());
    for (Resources.Entry resource : resources.subList(0, Math.min(3, resources.size()))) {
      finding.related(resource.location(), "one of the resources");
    }
    String actions = ServiceActions.some(entries);
    return finding.says(
        (sure
                ? actions + (one ? " works" : " work") + " on none of the statement's resources"
                : "AWS lists none of the statement's resources for " + actions)
            + (one ? ", so it " : ", so they ")
            + (sure ? "" : "perhaps ")
            + ServiceActions.effect(statement, entries.size())
            + " here",
        "add an ARN of a kind that fits, as " + Wording.anyOf(forms(first, context)));
  }

  private static List<String> forms(Actions.Entry entry, PolicyContext context) {
    ServiceTable table = ServiceActions.table(entry, context);
    List<String> forms = new ArrayList<>();
    for (ActionInfo action : ServiceActions.meant(entry, context)) {
      for (String name : action.resourceTypes()) {
        ResourceType type = table == null ? null : table.resourceType(name);
        if (type != null && !forms.contains(type.arnPattern()) && forms.size() < 3) {
          forms.add(type.arnPattern());
        }
      }
    }
    return forms;
  }
}
