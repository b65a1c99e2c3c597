package dev.kmslint.access.exact;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Question;
import dev.kmslint.access.RequestContext;
import dev.kmslint.access.Who;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who can use a key, as far as its policy decides it: the policies of every caller's own account
 * are taken to allow everything. An answer's {@link Answer#allowed} is a request that gets through.
 */
public final class KeyAccess {
  private final Engine engine;
  private final Policy policy;
  private final String owner;
  private final String partition;

  /**
   * @param owner the key's account; empty when unknown
   * @param partition the partition of key and callers
   */
  public KeyAccess(Catalog catalog, Policy policy, String owner, String partition) {
    this.engine = Engine.ofKeyPolicy(catalog, policy, owner);
    this.policy = policy;
    this.owner = owner;
    this.partition = partition;
  }

  /** The accounts that principals and conditions name, in order; also those that they exclude. */
  public Set<String> namedAccounts() {
    Set<String> accounts = new TreeSet<>();
    for (Statement statement : policy.statements()) {
      if (statement.principals() != null) {
        for (Principal entry : statement.principals().entries()) {
          if (!entry.account().isEmpty()) {
            accounts.add(entry.account());
          }
        }
      }
      for (Condition condition : statement.conditions()) {
        for (Condition.Value value : condition.values()) {
          for (String part : value.text().split(":", -1)) {
            if (Arn.isAccountId(part)) {
              accounts.add(part);
            }
          }
        }
      }
    }
    return accounts;
  }

  /**
   * Whether the users, roles and the root user of an account can use the key.
   *
   * @param action with its prefix, with wildcards for several
   */
  public Answer ofAccount(String account, String action) {
    return ask(new Who.Everybody(partition, account), action, RequestContext.OPEN);
  }

  /** Whether users, roles or root users outside of some accounts can use the key. */
  public Answer outside(Set<String> accounts, String action) {
    return ask(Who.outside(partition, accounts), action, RequestContext.OPEN);
  }

  /**
   * The same in requests that lack some condition keys: an allowed one shows that none of the keys
   * bounds the access.
   */
  public Answer outsideWithout(Set<String> accounts, String action, Set<String> keys) {
    return ask(Who.outside(partition, accounts), action, lacking(keys));
  }

  /** As {@link #ofAccount}, in requests that lack some condition keys. */
  public Answer ofAccountWithout(String account, String action, Set<String> keys) {
    return ask(new Who.Everybody(partition, account), action, lacking(keys));
  }

  /**
   * Whether anybody in the key's account can change its policy; the answer never means that it
   * cannot be changed any more.
   */
  public Answer policyChange() {
    return ofAccount(owner, "kms:PutKeyPolicy");
  }

  /** Answers any other question about the key. */
  public Answer ask(Who who, String action, RequestContext context) {
    return engine.answer(new Question(who, action, "*", context, Question.Side.BOTH));
  }

  private static RequestContext lacking(Set<String> keys) {
    RequestContext context = RequestContext.OPEN;
    for (String key : keys) {
      context = context.with(key, ContextValue.ABSENT);
    }
    return context;
  }
}
