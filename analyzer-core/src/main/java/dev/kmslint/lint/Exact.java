package dev.kmslint.lint;

import dev.kmslint.access.PolicySet;
import dev.kmslint.access.Question;
import dev.kmslint.access.exact.Answer;
import dev.kmslint.access.exact.Engine;
import dev.kmslint.access.exact.FirstLook;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact answers about one policy. The policy is made ready for questions when the first is
 * asked; a policy that no rule asks about costs nothing. Safe for use by several threads.
 */
public final class Exact {
  private final Policy policy;
  private final String owner;
  private final Catalog catalog;
  private @Nullable Engine engine;
  private @Nullable FirstLook look;

  /**
   * @param policy a key policy, or one of the caller's side
   * @param owner of a key policy: the key's account; empty when unknown
   */
  public Exact(Policy policy, String owner, Catalog catalog) {
    this.policy = policy;
    this.owner = owner;
    this.catalog = catalog;
  }

  /**
   * Answers a question about this policy alone: all others are taken to let everything through.
   *
   * @throws IllegalStateException when the engine contradicts itself
   */
  public Answer answer(Question question) {
    return checked(engine().answer(question.on(side())));
  }

  static Answer checked(Answer answer) {
    if (answer.internalError() != null) {
      throw new IllegalStateException(answer.internalError());
    }
    return answer;
  }

  /** Whether this policy alone certainly allows one of the question's requests. */
  public boolean allowsSome(Question question) {
    return !allowsNone(question) && (showsSome(question) || provesSome(question));
  }

  /** {@link #allowsSome} without a first look. */
  public boolean provesSome(Question question) {
    return answer(question).allowed() != null;
  }

  /** A first look at {@link #allowsSome}: a yes is certain, and soon known; a no says nothing. */
  public boolean showsSome(Question question) {
    return look().allowsSome(question.on(side()));
  }

  /** A first look at whether no request is allowed: a yes is certain; a no says nothing. */
  public boolean allowsNone(Question question) {
    return look().allowsNone(question.on(side()));
  }

  private Question.Side side() {
    return policy.kind().hasPrincipal() ? Question.Side.KEY : Question.Side.IDENTITY;
  }

  /** The same about another policy of this kind and owner. */
  public Exact about(Policy other) {
    return new Exact(other, owner, catalog);
  }

  private synchronized FirstLook look() {
    FirstLook ready = look;
    if (ready == null) {
      ready = new FirstLook(catalog, policies());
      look = ready;
    }
    return ready;
  }

  private synchronized Engine engine() {
    Engine ready = engine;
    if (ready == null) {
      ready = Engine.compile(catalog, policies());
      engine = ready;
    }
    return ready;
  }

  private PolicySet policies() {
    return policy.kind().hasPrincipal()
        ? PolicySet.ofKey(policy, owner)
        : new PolicySet(null, owner, List.of(policy), null, null, List.of(), List.of());
  }
}
