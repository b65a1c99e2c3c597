package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A set of policies, made ready for questions. */
final class Program {
  private final PolicySet policies;
  private final Facts facts;
  private final Callers callers;
  private final DerivedKeys derived;
  private final ConditionCompiler compiler;
  private final List<Rule> rules = new ArrayList<>();
  private final Axes axes = new Axes();
  private final Predicate services = new TestPredicate(DerivedKeys.ofKind(Callers.SERVICE));
  private final Predicate roots = new TestPredicate(DerivedKeys.ofKind(Callers.ROOT));
  private final Predicate linkedRoles = new TestPredicate(DerivedKeys.serviceLinkedRoles());
  private final Map<String, Predicate> ofAccount = new ConcurrentHashMap<>();
  private int scps;

  Program(Catalog catalog, PolicySet policies) {
    this.policies = policies;
    List<Policy> all = new ArrayList<>();
    Policy key = policies.keyPolicy();
    addTo(all, key);
    all.addAll(policies.identityPolicies());
    addTo(all, policies.boundary());
    addTo(all, policies.session());
    all.addAll(policies.scps());
    all.addAll(policies.rcps());
    facts = new Facts(catalog, all);
    callers = new Callers(facts.userids());
    derived = new DerivedKeys(facts.userids());
    compiler = new ConditionCompiler(facts, derived);
    add(Layer.KEY_POLICY, key);
    add(Layer.RCP, policies.rcps());
    add(Layer.IDENTITY, policies.identityPolicies());
    add(Layer.BOUNDARY, policies.boundary());
    add(Layer.SESSION, policies.session());
    for (Policy scp : policies.scps()) {
      boolean allows = hasAllow(scp);
      add(Layer.SCP, scp, scps);
      scps += allows ? 1 : 0;
    }
  }

  private static void addTo(List<Policy> all, @Nullable Policy policy) {
    if (policy != null) {
      all.add(policy);
    }
  }

  private static boolean hasAllow(Policy policy) {
    for (Statement statement : policy.statements()) {
      if (statement.isAllow()) {
        return true;
      }
    }
    return false;
  }

  private void add(Layer layer, List<Policy> all) {
    for (Policy policy : all) {
      add(layer, policy);
    }
  }

  private void add(Layer layer, @Nullable Policy policy) {
    if (policy != null) {
      add(layer, policy, 0);
    }
  }

  private void add(Layer layer, Policy policy, int group) {
    boolean bounded = policies.boundary() != null;
    for (Statement statement : policy.statements()) {
      rules.add(new Rule(layer, group, policy, statement, callers, derived, bounded));
    }
  }

  PolicySet policies() {
    return policies;
  }

  Facts facts() {
    return facts;
  }

  Callers callers() {
    return callers;
  }

  DerivedKeys derived() {
    return derived;
  }

  ConditionCompiler compiler() {
    return compiler;
  }

  List<Rule> rules() {
    return rules;
  }

  Axes axes() {
    return axes;
  }

  /** How many service control policies have an Allow. */
  int scps() {
    return scps;
  }

  Composition.Kinds kinds(String owner) {
    return new Composition.Kinds(services, roots, ofAccount(owner), linkedRoles);
  }

  /** The callers of an account; nobody's for the empty name. */
  Predicate ofAccount(String account) {
    return ofAccount.computeIfAbsent(
        account,
        name ->
            new TestPredicate(
                name.isEmpty()
                    ? new ValueTest.Text(List.of())
                    : derived.callers("aws:principalaccount", List.of(Pattern.literal(name)))));
  }
}
