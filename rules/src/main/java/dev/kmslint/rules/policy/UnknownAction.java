package dev.kmslint.rules.policy;

import dev.kmslint.catalog.Nearest;
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
import dev.kmslint.rules.Parts;
import dev.kmslint.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flags actions that KMS or RDS do not have. AWS takes such a name, and it means nothing. In a key
 * policy the actions of other services are kms/foreign-action's.
 */
public final class UnknownAction implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/unknown-action",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "an action that its service does not have",
              "0.1.0",
              List.of(
                  AwsPages.ACTION,
                  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
                  "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html"))
          .superseding(Where.PLACE, "policy/redundant-action");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : context.policy().statements()) {
      for (Actions.Entry entry : Parts.actions(statement)) {
        ServiceTable table =
            entry.isWellFormed() ? context.catalog().service(entry.service()) : null;
        boolean foreign = context.isKeyPolicy() && !entry.service().equals("kms");
        if (table != null
            && !foreign
            && !ArnPlaces.isOpen(entry.name())
            && table.action(entry.name()) == null) {
          findings.add(
              Finding.of(INFO)
                  .severity(statement.isDeny() ? Severity.NOTE : Severity.ERROR)
                  .at(entry.location())
                  .says(
                      "AWS has no action "
                          + Wording.code(entry.text())
                          + ", so it "
                          + effect(statement),
                      help(entry, table)));
        }
      }
    }
    return findings;
  }

  private static String effect(Statement statement) {
    if (statement.actions() != null && statement.actions().negated()) {
      return "excludes nothing";
    }
    return statement.isDeny() ? "denies nothing" : "allows nothing";
  }

  private static String help(Actions.Entry entry, ServiceTable table) {
    List<String> longer = longerNames(entry.name(), table);
    if (longer.size() > 1) {
      return "did you mean "
          + Wording.code(entry.service() + ":" + entry.name() + "*")
          + "? it stands for "
          + (longer.size() > 3
              ? Wording.code(longer.get(0)) + " and " + (longer.size() - 1) + " more"
              : Wording.codes(longer));
    }
    Optional<String> near = Nearest.nearest(entry.name(), table.actionNames());
    return near.isPresent()
        ? "did you mean " + Wording.code(entry.service() + ":" + near.get()) + "?"
        : "use an action from the service's list, " + table.url();
  }

  /** The actions whose names go on with another word, as ReEncryptFrom does from ReEncrypt. */
  private static List<String> longerNames(String name, ServiceTable table) {
    List<String> longer = new ArrayList<>();
    int length = name.length();
    for (String action : table.actionNames()) {
      if (action.regionMatches(true, 0, name, 0, length)
          && action.length() > length
          && Character.isUpperCase(action.charAt(length))) {
        longer.add(table.prefix() + ":" + action);
      }
    }
    return longer;
  }
}
