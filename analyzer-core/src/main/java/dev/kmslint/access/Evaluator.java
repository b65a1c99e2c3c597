package dev.kmslint.access;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request as AWS does, statement by statement. A request can leave its caller and
 * condition keys open: then the answer holds for every request that it stands for, or is {@link
 * Outcome#DEPENDS}.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
public final class Evaluator {
  private final Catalog catalog;

  /** An evaluator that takes its facts about AWS from a catalogue. */
  public Evaluator(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Decides a request. */
  public Decision decide(PolicySet policies, Request request) {
    ContextResolver resolver = new ContextResolver(catalog, request);
    boolean bounded = policies.boundary() != null;
    StatementMatcher matcher = new StatementMatcher(request, resolver, bounded);
    // In the order of Layer, as an EnumMap has it; that one would start reflection.
    Map<Layer, LayerDecision> layers = new LinkedHashMap<>();
    Set<String> doubts = new LinkedHashSet<>();
    boolean onKey = isKmsKeyRequest(request);
    layers.put(
        Layer.KEY_POLICY,
        onKey ? keyPolicy(policies, matcher) : LayerDecision.notGiven(Layer.KEY_POLICY, Truth.YES));
    layers.put(
        Layer.RCP,
        onKey ? rcps(policies, matcher, request) : LayerDecision.notGiven(Layer.RCP, Truth.YES));
    boolean service = request.caller().isService();
    layers.put(
        Layer.IDENTITY,
        service
            ? LayerDecision.notGiven(Layer.IDENTITY, Truth.NO)
            : layer(Layer.IDENTITY, policies.identityPolicies(), matcher, Truth.NO));
    layers.put(
        Layer.BOUNDARY, single(Layer.BOUNDARY, service ? null : policies.boundary(), matcher));
    layers.put(Layer.SESSION, single(Layer.SESSION, service ? null : policies.session(), matcher));
    layers.put(Layer.SCP, scps(policies, matcher, request.caller(), doubts));
    return new Composition(layers, request, owner(policies, request), resolver.action(), onKey)
        .decision(doubts);
  }

  private static boolean isKmsKeyRequest(Request request) {
    return request.action().regionMatches(true, 0, "kms:", 0, 4);
  }

  /** The account of the key: as it was given, else as the resource's ARN says. */
  private static String owner(PolicySet policies, Request request) {
    if (!policies.owner().isEmpty()) {
      return policies.owner();
    }
    Arn arn = Arn.parse(request.resource());
    return arn == null ? "" : arn.account();
  }

  private static LayerDecision keyPolicy(PolicySet policies, StatementMatcher matcher) {
    return policies.keyPolicy() == null
        ? LayerDecision.notGiven(Layer.KEY_POLICY, Truth.MAYBE)
        : layer(Layer.KEY_POLICY, List.of(policies.keyPolicy()), matcher, Truth.NO);
  }

  private static LayerDecision single(
      Layer layer, @Nullable Policy policy, StatementMatcher matcher) {
    return policy == null
        ? LayerDecision.notGiven(layer, Truth.YES)
        : layer(layer, List.of(policy), matcher, Truth.YES);
  }

  /** All policies of a layer together: one Allow is enough. */
  private static LayerDecision layer(
      Layer layer, List<Policy> policies, StatementMatcher matcher, Truth withoutAny) {
    if (policies.isEmpty()) {
      return LayerDecision.notGiven(layer, withoutAny);
    }
    List<StatementMatch> matches = new ArrayList<>();
    PrincipalMatch allow = PrincipalMatch.NOBODY;
    Truth deny = Truth.NO;
    for (Policy policy : policies) {
      for (Statement statement : policy.readings()) {
        StatementMatch match = matcher.match(policy, statement);
        matches.add(match);
        if (statement.isAllow()) {
          Truth rest = match.action().and(match.resource()).and(match.condition());
          allow =
              allow.or(new PrincipalMatch(match.direct(), match.role(), match.account()).and(rest));
        } else if (statement.isDeny()) {
          deny = deny.or(match.truth());
        }
      }
    }
    return new LayerDecision(
        layer,
        allow.any(),
        deny,
        allow.direct(),
        allow.role(),
        allow.account(),
        true,
        List.copyOf(matches));
  }

  /**
   * Resource control policies: only their Deny statements count, since RCPFullAWSAccess is always
   * attached beside them. They do not restrict service-linked roles and kms:RetireGrant.
   */
  private static LayerDecision rcps(PolicySet policies, StatementMatcher matcher, Request request) {
    if (policies.rcps().isEmpty()
        || request.caller().isServiceLinkedRole()
        || request.action().equalsIgnoreCase("kms:RetireGrant")) {
      return LayerDecision.notGiven(Layer.RCP, Truth.YES);
    }
    LayerDecision denies = layer(Layer.RCP, policies.rcps(), matcher, Truth.YES);
    return new LayerDecision(
        Layer.RCP, Truth.YES, denies.deny(), Truth.NO, Truth.NO, Truth.NO, true, denies.matches());
  }

  /**
   * Service control policies. One without an Allow stands beside FullAWSAccess. Of several with an
   * Allow it is not known whether they are attached at one level, where one of them is enough, or
   * at several, which must all allow.
   */
  private static LayerDecision scps(
      PolicySet policies, StatementMatcher matcher, Caller caller, Set<String> doubts) {
    if (policies.scps().isEmpty() || caller.isService() || caller.isServiceLinkedRole()) {
      return LayerDecision.notGiven(Layer.SCP, Truth.YES);
    }
    List<StatementMatch> matches = new ArrayList<>();
    Truth every = Truth.YES;
    Truth some = Truth.NO;
    Truth deny = Truth.NO;
    boolean anyAllows = false;
    for (Policy scp : policies.scps()) {
      LayerDecision one = layer(Layer.SCP, List.of(scp), matcher, Truth.YES);
      matches.addAll(one.matches());
      deny = deny.or(one.deny());
      if (hasAllow(scp)) {
        anyAllows = true;
        every = every.and(one.allow());
        some = some.or(one.allow());
      }
    }
    Truth allow = !anyAllows ? Truth.YES : every == some ? every : Truth.MAYBE;
    if (every != some && anyAllows) {
      doubts.add("it is not known whether the service control policies are attached at one level");
    }
    return new LayerDecision(
        Layer.SCP, allow, deny, Truth.NO, Truth.NO, Truth.NO, true, List.copyOf(matches));
  }

  /** Whether a policy has a statement that allows anything at all. */
  public static boolean hasAllow(Policy policy) {
    for (Statement statement : policy.readings()) {
      if (statement.isAllow()) {
        return true;
      }
    }
    return false;
  }
}
