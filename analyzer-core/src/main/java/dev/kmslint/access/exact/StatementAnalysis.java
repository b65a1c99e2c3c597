package dev.kmslint.access.exact;

import dev.kmslint.access.Effort;
import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Truth;
import dev.kmslint.access.Who;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Actions;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the statements of one policy: over all requests, what does each of them match
 * beside the others?
 */
@SuppressWarnings("ReferenceEquality") // the same statement, not an equal one
public final class StatementAnalysis {
  private static final Coverage NOT_COVERED = new Coverage(Truth.NO, List.of(), null);

  private final Catalog catalog;
  private final Policy policy;
  private final String owner;
  private final String partition;
  private final @Nullable Effort effort;

  /**
   * @param owner of a key policy: the key's account; empty when unknown
   * @param partition the partition of callers and resources
   */
  public StatementAnalysis(Catalog catalog, Policy policy, String owner, String partition) {
    this(catalog, policy, owner, partition, null);
  }

  /**
   * @param owner of a key policy: the key's account; empty when unknown
   * @param partition the partition of callers and resources
   * @param effort for everything that is asked; what needs more is not decided
   */
  public StatementAnalysis(
      Catalog catalog, Policy policy, String owner, String partition, @Nullable Effort effort) {
    this.effort = effort;
    this.catalog = catalog;
    this.policy = policy;
    this.owner = owner;
    this.partition = partition;
  }

  /**
   * Whether a statement adds nothing: all that it matches is matched, by the same kind of match of
   * its principals, by others with the same effect.
   *
   * @param without statements to leave out, as those that were found redundant before
   */
  public Coverage redundant(Statement statement, Set<Statement> without) {
    if (statement.isOpen()) {
      return NOT_COVERED;
    }
    return of(statement, statement)
        .coveredBy(rule -> isLike(rule, statement) && !without.contains(rule.statement()));
  }

  /**
   * As {@link #redundant}, where only a yes is of interest, which takes less time.
   *
   * @return statements that certainly cover it, none of which can be left out; else none
   */
  public List<Statement> covering(Statement statement, Set<Statement> without) {
    if (isIdle(statement)) {
      return List.of();
    }
    return of(statement, statement)
        .covering(rule -> isLike(rule, statement) && !without.contains(rule.statement()));
  }

  /** Whether one entry of a statement's Action adds nothing to its other entries and statements. */
  public Coverage redundantAction(Statement statement, Actions.Entry entry) {
    Actions actions = statement.actions();
    if (statement.isOpen() || actions == null || actions.negated()) {
      return NOT_COVERED;
    }
    Statement only = Parts.withActions(statement, List.of(entry));
    Statement rest = Parts.withActions(statement, Parts.without(actions.entries(), entry));
    return of(statement, only, rest)
        .coveredBy(rule -> isLike(rule, statement) && rule.statement() != only);
  }

  /** Whether one entry of a statement's Resource adds nothing to its other entries. */
  public Coverage redundantResource(Statement statement, Resources.Entry entry) {
    Resources resources = statement.resources();
    if (statement.isOpen() || resources == null || resources.negated()) {
      return NOT_COVERED;
    }
    Statement only = Parts.withResources(statement, List.of(entry));
    Statement rest = Parts.withResources(statement, Parts.without(resources.entries(), entry));
    return of(statement, only, rest)
        .coveredBy(rule -> isLike(rule, statement) && rule.statement() != only);
  }

  /** Whether all that an Allow matches is denied by the policy's own Deny statements together. */
  public Coverage shadowed(Statement allow) {
    return allow.isOpen() ? NOT_COVERED : of(allow, allow).coveredByDenies();
  }

  /** As {@link #shadowed}: the Deny statements that certainly deny all that an Allow matches. */
  public List<Statement> shadowing(Statement allow) {
    return isIdle(allow) ? List.of() : of(allow, allow).denying();
  }

  /** Whether nothing would be found, for lack of what a statement says or of effort. */
  private boolean isIdle(Statement statement) {
    return statement.isOpen() || (effort != null && effort.isSpent());
  }

  /** Whether no request can match a statement: yes only when that is certain. */
  public Truth dead(Statement statement) {
    return statement.isOpen() ? Truth.MAYBE : of(statement, statement).dead();
  }

  /**
   * Whether the conditions of an Allow restrict nothing for an action: all that it would match
   * without them is matched by other Allow statements with the same kind of match.
   *
   * @param except statements that do not count, as those of administrators
   */
  public Coverage bypassed(Statement allow, String action, Set<Statement> except) {
    return allow.isOpen()
        ? NOT_COVERED
        : of(allow, allow)
            .bypassed(action, rule -> isLike(rule, allow) && !except.contains(rule.statement()));
  }

  /**
   * A request that a Deny would hit but for a condition key that it lacks, and that the policy then
   * allows; null when there is none. A policy without an Allow counts as one that allows
   * everything.
   *
   * @throws IllegalStateException when the evaluator does not confirm the request
   */
  public @Nullable Witness dodging(Statement deny, String key) {
    return deny.isOpen() ? null : of(deny, deny).dodging(key.toLowerCase(Locale.ROOT));
  }

  private static boolean isLike(Rule rule, Statement statement) {
    return rule.statement() != statement && rule.statement().effect() == statement.effect();
  }

  /** The policy with a statement replaced by parts of it, of which the first is looked at. */
  private StatementView of(Statement statement, Statement... parts) {
    Policy changed = Parts.with(policy, statement, List.of(parts));
    boolean key = policy.kind() == PolicyKind.KEY;
    PolicySet set =
        key
            ? PolicySet.ofKey(changed, owner)
            : new PolicySet(null, "", List.of(changed), null, null, List.of(), List.of());
    Question question =
        new Question(
            key ? Who.anyone(partition) : Who.outside(partition, Set.of()),
            key ? "kms:*" : "*",
            "*",
            RequestContext.OPEN,
            key ? Question.Side.KEY : Question.Side.IDENTITY);
    return new StatementView(catalog, set, question, parts[0], effort);
  }
}
