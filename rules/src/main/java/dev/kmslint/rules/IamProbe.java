package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.lint.Exact;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users, roles, groups and policies of IAM that stand for all those that a policy does not single
 * out: they have names that no policy holds.
 *
 * @param account where they are; twelve zeros for any
 */
public record IamProbe(String partition, String account) {
  private static final String ANY = "000000000000";
  private static final String NAME = "kmslint-0f1e2d3c";
  private static final int MOST = 4;

  /** Those that the Allow statements of a policy can be about, a few accounts at most. */
  public static List<IamProbe> of(PolicyContext context) {
    List<IamProbe> probes = new ArrayList<>(List.of(new IamProbe("aws", ANY)));
    for (Statement statement : context.policy().statements()) {
      for (Resources.Entry entry : Parts.resources(statement)) {
        IamProbe probe = of(Arn.parse(entry.text()));
        if (statement.isAllow() && probes.size() < MOST && !probes.contains(probe)) {
          probes.add(probe);
        }
      }
    }
    return probes;
  }

  private static IamProbe of(@Nullable Arn arn) {
    if (arn == null || !arn.service().equals("iam")) {
      return new IamProbe("aws", ANY);
    }
    return new IamProbe(
        ArnPlaces.isOpen(arn.partition()) ? "aws" : arn.partition(),
        Arn.isAccountId(arn.account()) ? arn.account() : ANY);
  }

  /** The place at which a statement leaves open which resources of a type it is about, or null. */
  public static Resources.@Nullable Entry openEntry(Statement statement, String type) {
    if (statement.resources() == null || statement.resources().negated()) {
      return null;
    }
    for (Resources.Entry entry : Parts.resources(statement)) {
      boolean plain = entry.template().variables().isEmpty() && !entry.template().isMalformed();
      if (plain && entry.template().glob().matches(of(Arn.parse(entry.text())).arn(type))) {
        return entry;
      }
    }
    return null;
  }

  /** Whether a statement leaves open which resources of a type it is about. */
  public static boolean isOpen(Statement statement, String type) {
    return (statement.resources() != null && statement.resources().negated())
        || openEntry(statement, type) != null;
  }

  /** The ARN of one of a type: user, role, group or policy. */
  public String arn(String type) {
    return "arn:" + partition + ":iam::" + account + ":" + type + "/" + NAME;
  }

  /** Whether a policy allows an action on it, and no condition bounds for what. */
  public static boolean isAllowed(
      PolicyContext context, Exact policy, String action, String resource) {
    RequestContext known =
        RequestContext.OPEN.with("iam:PassedToService", ContextValue.of(NAME + ".amazonaws.com"));
    for (Statement statement : context.policy().statements()) {
      for (Condition condition : statement.conditions()) {
        String key = condition.key().value();
        if (!Openness.isAboutTheCaller(condition) && known.pinned(key) == null) {
          known = known.with(key, ContextValue.ABSENT);
        }
      }
    }
    return policy.allowsSome(
        new Question(Asking.anyIdentity("aws"), action, resource, known, Question.Side.IDENTITY));
  }
}
