package dev.kmslint.access.exact.term;

import dev.kmslint.access.Layer;
import dev.kmslint.access.PolicySet;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** A set of policies, made ready for questions. */
public final class Program {
  private final PolicySet policies;
  private final Language language;
  private final List<Rule> rules = new ArrayList<>();
  private int scps;

  public Program(Language language, PolicySet policies) {
    this.language = language;
    this.policies = policies;
    if (policies.keyPolicy() != null) {
      add(Layer.KEY_POLICY, policies.keyPolicy(), 0);
    }
    for (Policy rcp : policies.rcps()) {
      add(Layer.RCP, rcp, 0);
    }
    for (Policy identity : policies.identityPolicies()) {
      add(Layer.IDENTITY, identity, 0);
    }
    if (policies.boundary() != null) {
      add(Layer.BOUNDARY, policies.boundary(), 0);
    }
    if (policies.session() != null) {
      add(Layer.SESSION, policies.session(), 0);
    }
    for (Policy scp : policies.scps()) {
      if (add(Layer.SCP, scp, scps)) {
        scps++;
      }
    }
  }

  /** Adds a policy's statements; returns whether one of them is an Allow. */
  private boolean add(Layer layer, Policy policy, int group) {
    boolean bounded = policies.boundary() != null;
    boolean allows = false;
    for (Statement statement : policy.readings()) {
      rules.add(
          new Rule(
              layer, group, policy, statement, language.callers(), language.derived(), bounded));
      allows |= statement.isAllow();
    }
    return allows;
  }

  public PolicySet policies() {
    return policies;
  }

  public Language language() {
    return language;
  }

  public List<Rule> rules() {
    return rules;
  }

  /** How many service control policies have an Allow. */
  public int scps() {
    return scps;
  }
}
