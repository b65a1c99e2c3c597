package dev.kmslint.rules;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions about the network that a request comes from.
 *
 * <p>Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
public final class Networks {
  private static final List<String> NETWORKS =
      List.of("aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn");

  /**
   * The beginnings, in lower case, of the keys with which a policy says for which services it means
   * what.
   */
  private static final List<String> NAMING =
      List.of(
          "aws:calledvia", "aws:sourceaccount", "aws:sourcearn", "aws:sourceorg", "kms:viaservice");

  /**
   * A call that a service makes for somebody: from an address of the service's own, for which one
   * stands that is nobody's (RFC 5737), and through no endpoint of theirs.
   */
  private static final RequestContext FOR_SOMEBODY =
      RequestContext.OPEN
          .with("aws:ViaAWSService", ContextValue.of("true"))
          .with("aws:PrincipalIsAWSService", ContextValue.of("false"))
          .with("aws:SourceIp", ContextValue.of("192.0.2.1"))
          .with("aws:SourceVpc", ContextValue.ABSENT)
          .with("aws:SourceVpcArn", ContextValue.ABSENT)
          .with("aws:SourceVpce", ContextValue.ABSENT);

  private Networks() {}

  /** A condition that holds for every request but those of a network; null without one. */
  public static @Nullable Condition allBut(Statement statement) {
    for (Condition condition : statement.conditions()) {
      ConditionOperator operator = condition.operator();
      boolean all = operator != null && operator.base().isNegated();
      for (String key : NETWORKS) {
        if (all && condition.hasKey(key)) {
          return condition;
        }
      }
    }
    return null;
  }

  /** Whether a Deny names the services that it means, or is not about users. */
  public static boolean namesServices(Statement statement) {
    for (Condition condition : statement.conditions()) {
      String key = condition.key().value().toLowerCase(Locale.ROOT);
      for (String naming : NAMING) {
        if (key.startsWith(naming)) {
          return true;
        }
      }
    }
    for (Principal principal : Parts.principals(statement)) {
      if (principal.form() != Principal.Form.SERVICE) {
        return false;
      }
    }
    return true;
  }

  /** Whether a Deny hits calls of an action that services make for somebody. */
  public static boolean stopsServices(Statement deny, String action, PolicyContext context) {
    Policy hit = Variants.of(context.policy(), List.of(Variants.asAllow(deny)));
    String resource = context.key() == null ? "*" : context.key().toString();
    Who anybody = Who.outside(Asking.partition(context), Set.of());
    return context
        .exact()
        .about(hit)
        .allowsSome(new Question(anybody, action, resource, FOR_SOMEBODY, Question.Side.KEY));
  }
}
