package dev.kmslint.rules.policy;

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

/** Flags patterns that no action of their service matches. */
public final class ActionMatchesNothing implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
              "policy/action-matches-nothing",
              Severity.ERROR,
              Precision.VERY_HIGH,
              0,
              "a pattern that no action of the service matches",
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
            && ArnPlaces.isOpen(entry.name())
            && table.matching(entry.name()).isEmpty()) {
          Vocabulary names = known.get(table.prefix());
          if (names == null) {
            names = new Vocabulary(table.actionNames());
            known.put(table.prefix(), names);
          }
          boolean wrong =
              UnknownNames.isKeptByHand(entry.service()) || names.isMisspelt(entry.name());
          findings.add(
              Finding.of(INFO)
                  .severity(UnknownNames.severity(statement, wrong, context))
                  .at(entry.location())
                  .says(
                      UnknownNames.hasNo(
                              "action that matches " + Wording.code(entry.text()), wrong, context)
                          + "it "
                          + ServiceActions.effect(statement),
                      "use the names of the service's list, " + table.url()));
        }
      }
    }
    return findings;
  }
}
