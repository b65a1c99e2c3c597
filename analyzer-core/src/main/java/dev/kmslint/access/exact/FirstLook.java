package dev.kmslint.access.exact;

import dev.kmslint.access.Caller;
import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Decision;
import dev.kmslint.access.Evaluator;
import dev.kmslint.access.Outcome;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.Request;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.Partition;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.LowerCase;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a question before the engine is made ready, at a fraction of the cost: that
 * one of its requests is allowed, or that none can be. What is seen is certain.
 */
public final class FirstLook {
  private static final String KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

  /** The key on which the grants hang that AWS's own key policies allow. */
  private static final String FOR_AWS_RESOURCE = "kms:grantisforawsresource";

  private final Evaluator evaluator;
  private final Catalog catalog;
  private final PolicySet policies;

  /** Looks at policies. */
  public FirstLook(Catalog catalog, PolicySet policies) {
    this.evaluator = new Evaluator(catalog);
    this.catalog = catalog;
    this.policies = policies;
  }

  /** Whether one of a question's requests is seen to be allowed, whatever else it holds. */
  public boolean allowsSome(Question question) {
    Caller caller = someone(question);
    String resource = caller == null ? "" : resource(question.resource(), caller.partition());
    if (caller == null || resource.isEmpty() || isPattern(question.action())) {
      return false;
    }
    Decision decision = decide(caller, question, resource, question.context());
    if (outcome(decision, question.side()) == Outcome.DEPENDS
        && decision.on().equals(Set.of(FOR_AWS_RESOURCE))) {
      RequestContext granting = question.context().with(FOR_AWS_RESOURCE, ContextValue.of("true"));
      decision = decide(caller, question, resource, granting);
    }
    return outcome(decision, question.side()) == Outcome.ALWAYS;
  }

  private Decision decide(Caller caller, Question question, String resource, RequestContext known) {
    return evaluator.decide(policies, new Request(caller, question.action(), resource, known));
  }

  private static Outcome outcome(Decision decision, Question.Side side) {
    return switch (side) {
      case KEY -> decision.keySide();
      case IDENTITY -> decision.identitySide();
      case BOTH -> decision.outcome();
    };
  }

  /**
   * Whether the side that is asked has no Allow that can be about any of a question's requests. Of
   * the callers' own policies that says something only where all callers need them: root users and
   * AWS services do not, nor does anybody whom a key policy names.
   */
  public boolean allowsNone(Question question) {
    Glob action = Glob.of(LowerCase.of(question.action()));
    Policy keyPolicy = policies.keyPolicy();
    if (question.side() == Question.Side.KEY) {
      return keyPolicy != null && !mayAllow(keyPolicy, action, question.who());
    }
    if (question.side() == Question.Side.BOTH
        || keyPolicy != null
        || !needPolicies(question.who())) {
      return false;
    }
    for (Policy policy : policies.identityPolicies()) {
      if (mayAllow(policy, action, question.who())) {
        return false;
      }
    }
    return true;
  }

  /** A root user's ARN has no slash. */
  private static boolean needPolicies(Who who) {
    return who instanceof Who.Matching matching && matching.arn().toString().indexOf('/') >= 0;
  }

  private static boolean mayAllow(Policy policy, Glob action, Who who) {
    for (Statement statement : policy.statements()) {
      Actions actions = statement.isAllow() ? statement.actions() : null;
      if (actions != null
          && actions.mayCover(action)
          && (!policy.kind().hasPrincipal() || letsIn(statement.principals(), who))) {
        return true;
      }
    }
    return false;
  }

  private static boolean letsIn(@Nullable Principals principals, Who who) {
    if (principals == null || principals.negated()) {
      return principals != null;
    }
    for (Principal principal : principals.entries()) {
      String account = principal.account();
      boolean foreign =
          !account.isEmpty()
              && ((who instanceof Who.Everybody everybody && !account.equals(everybody.account()))
                  || (who instanceof Who.Anyone anyone && anyone.notIn().contains(account)));
      if (!foreign) {
        return true;
      }
    }
    return false;
  }

  /** Some of the callers; null where none comes to mind. */
  private static @Nullable Caller someone(Question question) {
    Who who = question.who();
    if (who instanceof Who.One one) {
      return one.caller();
    }
    if (who instanceof Who.Everybody everybody) {
      return Caller.anyOf(everybody.partition(), everybody.account());
    }
    if (who instanceof Who.Matching matching) {
      Arn resource = Arn.parse(question.resource());
      boolean owned = resource != null && Arn.isAccountId(resource.account());
      String account = resource != null && owned ? resource.account() : "999999999999";
      String arn = "arn:" + matching.partition() + ":iam::" + account + ":user/x";
      return matching.arn().matches(arn) ? Caller.parse(arn, matching.partition()) : null;
    }
    if (who instanceof Who.Anyone anyone) {
      for (char digit = '9'; digit >= '0'; digit--) {
        String account = String.valueOf(digit).repeat(12);
        if (!anyone.notIn().contains(account)) {
          return Caller.anyOf(anyone.partition(), account);
        }
      }
    }
    return null;
  }

  /** A resource of the question; empty where none comes to mind. */
  private String resource(String asked, String partition) {
    if (!isPattern(asked)) {
      return asked;
    }
    Partition known = catalog.partition(partition);
    boolean anyKey = asked.equals("*") && Arn.isAccountId(policies.owner());
    return anyKey && known != null && policies.keyPolicy() != null
        ? "arn:" + partition + ":kms:" + known.regions().get(0) + ":" + policies.owner() + ":" + KEY
        : "";
  }

  private static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }
}
