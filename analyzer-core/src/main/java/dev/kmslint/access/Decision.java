package dev.kmslint.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a set of policies says to a request, or to all requests that it stands for.
 *
 * @param outcome the answer; {@link Outcome#DEPENDS} is sound but can be too careful: the
 *     statements are looked at one by one
 * @param keySide what the key policy and the resource control policies say
 * @param identitySide what the caller's policies and guardrails say
 * @param layers every layer that has a say
 * @param because the statements that decide: those that deny, else those that allow, else none
 * @param on the open keys, in lower case, and {@code principal}, on which it hangs
 * @param doubts why it is not certain, where AWS does not say what something means
 */
public record Decision(
    Outcome outcome,
    Outcome keySide,
    Outcome identitySide,
    Map<Layer, LayerDecision> layers,
    List<StatementMatch> because,
    Set<String> on,
    Set<String> doubts) {

  /** What one layer says; every request has all layers. */
  public LayerDecision layer(Layer layer) {
    LayerDecision decision = layers.get(layer);
    if (decision == null) {
      throw new IllegalStateException(layer.name());
    }
    return decision;
  }

  static Decision of(
      Truth allow,
      Truth deny,
      Truth key,
      Truth identity,
      Map<Layer, LayerDecision> layers,
      Set<String> doubts) {
    List<StatementMatch> because = new ArrayList<>();
    Set<String> on = new LinkedHashSet<>();
    Set<String> why = new LinkedHashSet<>(doubts);
    boolean denies = deny != Truth.NO;
    for (LayerDecision layer : layers.values()) {
      for (StatementMatch match : layer.matches()) {
        if (match.truth() == Truth.NO) {
          continue;
        }
        if (match.statement().isDeny() ? denies : !denies && match.statement().isAllow()) {
          because.add(match);
        }
        if (match.truth() == Truth.MAYBE) {
          on.addAll(match.openKeys());
          why.addAll(match.doubts());
        }
      }
    }
    return new Decision(
        outcome(allow.and(deny.not()), on, why),
        outcome(key, on, why),
        outcome(identity, on, why),
        layers,
        List.copyOf(because),
        on,
        why);
  }

  private static Outcome outcome(Truth truth, Set<String> on, Set<String> doubts) {
    return switch (truth) {
      case YES -> Outcome.ALWAYS;
      case NO -> Outcome.NEVER;
      case MAYBE -> on.isEmpty() && !doubts.isEmpty() ? Outcome.UNKNOWN : Outcome.DEPENDS;
    };
  }
}
