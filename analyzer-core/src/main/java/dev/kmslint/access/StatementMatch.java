package dev.kmslint.access;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;
import java.util.List;
import java.util.Set;

/**
 * How a statement matches a request, element by element.
 *
 * @param principal by which kind of principal; direct where the policy has no principals
 * @param conditions the conditions in their order
 * @param openKeys the open keys, in lower case, and {@code principal}, on which it hangs
 * @param doubts why it is not certain, where AWS does not say what something means
 */
public record StatementMatch(
    Policy policy,
    Statement statement,
    Truth principal,
    Truth direct,
    Truth role,
    Truth account,
    Truth action,
    Truth resource,
    List<ConditionResult> conditions,
    Set<String> openKeys,
    Set<String> doubts) {

  /**
   * How a condition came out.
   *
   * @param sent what requests hold under its key
   */
  public record ConditionResult(Condition condition, Truth truth, ContextValue sent) {}

  /** Whether all its conditions hold. */
  public Truth condition() {
    Truth all = Truth.YES;
    for (ConditionResult result : conditions) {
      all = all.and(result.truth());
    }
    return all;
  }

  /** Whether the statement matches. */
  public Truth truth() {
    return principal.and(action).and(resource).and(condition());
  }
}
