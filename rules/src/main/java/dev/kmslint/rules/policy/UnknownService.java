package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
import dev.kmslint.catalog.ServiceTable;
import dev.kmslint.catalog.Services;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.RuleInfo.Where;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.ArnPlaces;
import dev.kmslint.rules.AwsPages;
import dev.kmslint.rules.ServiceActions;
import dev.kmslint.rules.UnknownNames;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags actions of services that there are not. An error where the action is that of a service with
 * nearly that prefix; else the service can be gone, or new.
 */
public final class UnknownService implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-service",
              Severity.ERROR,
              Precision.HIGH,
              0,
              "an action of a service that does not exist",
              "0.1.0",
              List.of(AwsPages.ACTION, AwsPages.SERVICE_AUTHORIZATION))
          .superseding(Where.PLACE, "policy/redundant-action");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      List<Actions.Entry> unknown = new ArrayList<>();
      for (Actions.Entry entry : ServiceActions.entries(statement, context)) {
        if (!context.catalog().services().has(entry.service())) {
          unknown.add(entry);
        }
      }
      for (List<Actions.Entry> entries : ServiceActions.byService(unknown)) {
        findings.add(finding(entries, statement, context));
      }
    }
    return findings;
  }

  private static Finding finding(
      List<Actions.Entry> entries, Statement statement, PolicyContext context) {
    Actions.Entry first = entries.get(0);
    ServiceTable meant = null;
    for (Actions.Entry entry : entries) {
      meant = meant == null ? meant(entry, context.catalog().services()) : meant;
    }
    String service = "service " + Wording.code(first.service());
    return Finding.of(INFO)
        .severity(UnknownNames.severity(statement, meant != null, context))
        .at(first.location())
        .says(
            UnknownNames.hasNo(service, meant != null, context)
                + ServiceActions.some(entries)
                + " "
                + ServiceActions.effect(statement, entries.size()),
            help(first, meant, context.catalog().services()));
  }

  /** The service with nearly that prefix which has the action; null without one. */
  private static @Nullable ServiceTable meant(Actions.Entry entry, Services services) {
    if (ArnPlaces.isOpen(entry.name())) {
      return null;
    }
    for (String prefix : services.prefixes()) {
      ServiceTable table =
          Nearest.nearest(entry.service(), List.of(prefix)).isPresent()
              ? services.service(prefix)
              : null;
      if (table != null && table.action(entry.name()) != null) {
        return table;
      }
    }
    return null;
  }

  private static String help(Actions.Entry entry, @Nullable ServiceTable meant, Services services) {
    String near =
        meant != null
            ? meant.prefix()
            : Nearest.nearest(entry.service(), services.prefixes()).orElse("");
    return near.isEmpty()
        ? "use a service prefix that AWS lists, " + AwsPages.SERVICE_AUTHORIZATION
        : "did you mean " + Wording.code(near + ":" + entry.name()) + "?";
  }
}
