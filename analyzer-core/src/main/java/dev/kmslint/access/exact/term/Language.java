package dev.kmslint.access.exact.term;

import dev.kmslint.access.Effort;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.exact.atom.Axes;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What policies that are looked at together have in common: the facts about their condition keys,
 * how callers are written as texts, and the axes that were split before.
 */
public final class Language {
  private final Facts facts;
  private final Callers callers;
  private final DerivedKeys derived;
  private final ConditionCompiler compiler;
  private final Axes axes;
  private final ActionResources resources;
  private final Predicate services = new TestPredicate(DerivedKeys.ofKind(Callers.SERVICE));
  private final Predicate roots = new TestPredicate(DerivedKeys.ofKind(Callers.ROOT));
  private final Predicate linkedRoles = new TestPredicate(DerivedKeys.serviceLinkedRoles());
  private final Map<String, Predicate> ofAccount = new ConcurrentHashMap<>();

  public Language(Catalog catalog, List<PolicySet> sets) {
    this(catalog, sets, null);
  }

  /**
   * @param effort for all axes together; null where each is on its own
   */
  public Language(Catalog catalog, List<PolicySet> sets, @Nullable Effort effort) {
    axes = new Axes(effort);
    List<Policy> all = new ArrayList<>();
    for (PolicySet set : sets) {
      addTo(all, set.keyPolicy());
      all.addAll(set.identityPolicies());
      addTo(all, set.boundary());
      addTo(all, set.session());
      all.addAll(set.scps());
      all.addAll(set.rcps());
    }
    facts = new Facts(catalog, all);
    callers = new Callers(facts.userids());
    derived = new DerivedKeys(facts.userids());
    compiler = new ConditionCompiler(facts, derived);
    resources = new ActionResources(catalog);
  }

  private static void addTo(List<Policy> all, @Nullable Policy policy) {
    if (policy != null) {
      all.add(policy);
    }
  }

  public Facts facts() {
    return facts;
  }

  public Callers callers() {
    return callers;
  }

  public DerivedKeys derived() {
    return derived;
  }

  public ConditionCompiler compiler() {
    return compiler;
  }

  public ActionResources resources() {
    return resources;
  }

  public Axes axes() {
    return axes;
  }

  /**
   * The kinds of callers of a key.
   *
   * @param owner the key's account; empty when unknown
   */
  public CallerKinds kinds(String owner) {
    return new CallerKinds(services, roots, ofAccount(owner), linkedRoles);
  }

  /** The callers of an account; nobody for the empty name. */
  public Predicate ofAccount(String account) {
    return ofAccount.computeIfAbsent(
        account,
        name ->
            new TestPredicate(
                name.isEmpty()
                    ? new ValueTest.Text(List.of())
                    : derived.callers("aws:principalaccount", List.of(Pattern.literal(name)))));
  }
}
