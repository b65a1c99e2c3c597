package dev.kmslint.rules.iam;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Precision;
import dev.kmslint.lint.Severity;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Statement;
import dev.kmslint.rules.Escalations;
import dev.kmslint.rules.IamProbe;
import dev.kmslint.rules.Wording;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags sets of actions, allowed on users, roles, groups or policies that the policy does not name,
 * with which its holder can take permissions that it does not give.
 */
public final class PrivilegeEscalation implements Rule.OfPolicy {
  private static final RuleInfo INFO =
      new RuleInfo(
          "iam/privilege-escalation",
          Severity.WARNING,
          Precision.HIGH,
          8,
          "actions with which the holder can take more permissions",
          "0.1.0",
          List.of(
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_controlling.html",
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
              "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(PolicyContext context) {
    if (context.kind() != PolicyKind.IDENTITY) {
      return List.of();
    }
    List<Escalations.Way> possible = Escalations.named(context.policy());
    List<String> found = new ArrayList<>();
    SourceLocation place = null;
    for (Escalations.Way way : possible) {
      if (isAllowed(way, context)) {
        found.add(way.title());
        place = place == null ? place(way, context) : place;
      }
    }
    if (place == null) {
      return List.of();
    }
    return List.of(
        Finding.of(INFO)
            .at(place)
            .says(
                Wording.some(found)
                    + (found.size() == 1 ? " lets" : " let")
                    + " the holder of this policy take permissions that it does not give",
                "name the users, roles, groups and policies that are meant, or bound new"
                    + " permissions with a condition on `iam:PermissionsBoundary`"));
  }

  private static boolean isAllowed(Escalations.Way way, PolicyContext context) {
    for (IamProbe probe : IamProbe.of(context)) {
      boolean all = true;
      for (String action : way.actions()) {
        String resource = way.type(action).isEmpty() ? "*" : probe.arn(way.type(action));
        all = all && IamProbe.isAllowed(context, context.exact(), action, resource);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** Where the first action of a set is allowed. */
  private static @Nullable SourceLocation place(Escalations.Way way, PolicyContext context) {
    for (Statement statement : context.policy().statements()) {
      Actions actions = statement.actions();
      if (statement.isAllow()
          && actions != null
          && actions.matches(way.actions().get(0))
          && IamProbe.isOpen(statement, way.type())) {
        Actions.Entry entry = actions.entryFor(way.actions().get(0));
        return entry == null ? actions.nameLocation() : entry.location();
      }
    }
    return null;
  }
}
