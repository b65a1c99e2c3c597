package dev.kmslint.rules.policy;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.ServiceTable;
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
import dev.kmslint.rules.Vocabulary;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flags actions that their service does not have. AWS takes such a name, and it means nothing. */
public final class UnknownAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-action",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "an action that its service does not have",
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
    Map<String, Vocabulary> known = new HashMap<>();
    for (Statement statement : context.policy().statements()) {
      for (Actions.Entry entry : ServiceActions.entries(statement, context)) {
        ServiceTable table = ServiceActions.table(entry, context);
        if (table != null
            && !ArnPlaces.isOpen(entry.name())
            && table.action(entry.name()) == null) {
          Vocabulary names = known.get(table.prefix());
          if (names == null) {
            names = new Vocabulary(table.actionNames());
            known.put(table.prefix(), names);
          }
          findings.add(finding(entry, statement, table, names, context));
        }
      }
    }
    return findings;
  }

  private static Finding finding(
      Actions.Entry entry,
      Statement statement,
      ServiceTable table,
      Vocabulary names,
      PolicyContext context) {
    List<String> longer = longerNames(entry.name(), table);
    Optional<String> near = names.near(entry.name());
    boolean wrong =
        UnknownNames.isKeptByHand(entry.service())
            || (near.isPresent() && names.isMisspelt(entry.name()));
    Severity severity = UnknownNames.severity(statement, wrong, context);
    return Finding.of(INFO)
        .severity(severity)
        .at(entry.location())
        .says(
            UnknownNames.hasNo("action " + Wording.code(entry.text()), wrong, context)
                + "it "
                + ServiceActions.effect(statement),
            help(entry, table, longer, near.orElse("")));
  }

  private static String help(
      Actions.Entry entry, ServiceTable table, List<String> longer, String near) {
    if (longer.size() > 1) {
      return "did you mean "
          + Wording.code(entry.service() + ":" + entry.name() + "*")
          + "? it stands for "
          + (longer.size() > 3
              ? Wording.code(longer.get(0)) + " and " + (longer.size() - 1) + " more"
              : Wording.codes(longer));
    }
    return near.isEmpty()
        ? "use an action from the service's list, " + table.url()
        : "did you mean " + Wording.code(entry.service() + ":" + near) + "?";
  }

  /** The actions whose names go on with another word, as ReEncryptFrom does from ReEncrypt. */
  private static List<String> longerNames(String name, ServiceTable table) {
    List<String> longer = new ArrayList<>();
    int length = name.length();
    for (ActionInfo one : table.actions()) {
      String action = one.name();
      if (action.regionMatches(true, 0, name, 0, length)
          && action.length() > length
          && Character.isUpperCase(action.charAt(length))) {
        longer.add(table.prefix() + ":" + action);
      }
    }
    return longer;
  }
}
