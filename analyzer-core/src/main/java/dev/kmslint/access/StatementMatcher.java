package dev.kmslint.access;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.LowerCase;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Matches statements with one request. */
final class StatementMatcher {
  private final Request request;
  private final String action;
  private final ContextResolver resolver;
  private final boolean bounded;

  /**
   * @param bounded whether the caller has a permissions boundary
   */
  StatementMatcher(Request request, ContextResolver resolver, boolean bounded) {
    this.request = request;
    this.action = LowerCase.of(request.action());
    this.resolver = resolver;
    this.bounded = bounded;
  }

  StatementMatch match(Policy policy, Statement statement) {
    Trace trace = new Trace();
    PrincipalMatch principal = principal(policy, statement, trace);
    Truth named =
        statement.actions() == null
            ? missing(policy, statement)
            : Truth.of(statement.actions().matchesLowerCase(action));
    Truth resource =
        statement.resources() == null
            ? missing(policy, statement)
            : resource(statement.resources(), trace);
    if (statement.unreadable()) {
      named = named.and(statement.isAllow() ? Truth.NO : Truth.MAYBE);
      trace.doubt(statement.title() + " could not be read in full");
    }
    if (statement.unknown() != null) {
      named = named.and(Truth.MAYBE);
      trace.doubt(statement.title() + " hangs on " + statement.unknown() + ", which is not known");
    }
    boolean variables =
        policy.version() != null && policy.version().value().equals(Policy.CURRENT_VERSION);
    ConditionMatcher matcher = new ConditionMatcher(resolver, variables, trace);
    List<StatementMatch.ConditionResult> conditions = new ArrayList<>();
    for (Condition condition : statement.conditions()) {
      conditions.add(
          new StatementMatch.ConditionResult(
              condition, matcher.matches(condition), resolver.value(condition.key().value())));
    }
    return new StatementMatch(
        policy,
        statement,
        principal.any(),
        principal.direct(),
        principal.role(),
        principal.account(),
        named,
        resource,
        conditions,
        trace.openKeys(),
        trace.doubts());
  }

  private PrincipalMatch principal(Policy policy, Statement statement, Trace trace) {
    if (!policy.kind().hasPrincipal()) {
      return PrincipalMatch.direct(Truth.YES);
    }
    if (statement.principals() == null) {
      return PrincipalMatch.direct(missing(policy, statement));
    }
    // That resource control policies bind services too, through the principal `*`, is documented:
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
    boolean services = policy.kind() == PolicyKind.RCP;
    return new PrincipalMatcher(request.caller(), bounded, services, trace)
        .match(statement.principals(), statement.isDeny());
  }

  /**
   * A statement that lacks an element: in a key policy it has no effect; elsewhere AWS rejects it,
   * so that an Allow gives nothing and a Deny may be meant.
   *
   * <p>Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
   */
  private static Truth missing(Policy policy, Statement statement) {
    return policy.kind() == PolicyKind.KEY || statement.isAllow() ? Truth.NO : Truth.MAYBE;
  }

  private Truth resource(Resources resources, Trace trace) {
    Truth any = Truth.NO;
    for (Resources.Entry entry : resources.entries()) {
      any = any.or(entry(entry, trace));
    }
    return resources.negated() ? any.not() : any;
  }

  private Truth entry(Resources.Entry entry, Trace trace) {
    if (entry.isEverything()) {
      return Truth.YES;
    }
    if (request.resource().isEmpty()) {
      trace.open("resource");
      return Truth.MAYBE;
    }
    if (entry.template().isMalformed()) {
      trace.doubt(
          "`" + entry.text() + "` holds a policy variable that is not closed or has no name");
      return Truth.MAYBE;
    }
    ValueMatcher.Filled filled = ValueMatcher.fill(entry.template(), resolver, trace);
    if (filled == null) {
      return Truth.NO;
    }
    Glob pattern = filled.glob();
    if (!pattern.matches(request.resource())) {
      return Truth.NO;
    }
    if (pattern.isLiteral() || pattern.boundToSegments().matches(request.resource())) {
      return filled.exact() ? Truth.YES : Truth.MAYBE;
    }
    if (filled.exact()) {
      trace.doubt(
          "AWS does not say whether a wildcard inside a part of `"
              + entry.text()
              + "` matches a colon");
    }
    return Truth.MAYBE;
  }
}
