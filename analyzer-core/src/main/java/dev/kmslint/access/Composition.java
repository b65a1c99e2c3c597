package dev.kmslint.access;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.policy.Arn;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the layers of policies say. */
final class Composition {
  private final Map<Layer, LayerDecision> layers;
  private final Request request;
  private final String owner;
  private final @Nullable ActionInfo action;
  private final boolean onKey;

  Composition(
      Map<Layer, LayerDecision> layers,
      Request request,
      String owner,
      @Nullable ActionInfo action,
      boolean onKey) {
    this.layers = layers;
    this.request = request;
    this.owner = owner;
    this.action = action;
    this.onKey = onKey;
  }

  Decision decision(Set<String> doubts) {
    Truth deny = Truth.NO;
    for (LayerDecision layer : layers.values()) {
      deny = deny.or(layer.deny());
    }
    Truth key = allow(Layer.KEY_POLICY).and(deny(Layer.KEY_POLICY).or(deny(Layer.RCP)).not());
    Truth identity =
        callerAllows()
            .and(
                deny(Layer.IDENTITY)
                    .or(deny(Layer.BOUNDARY))
                    .or(deny(Layer.SESSION))
                    .or(deny(Layer.SCP))
                    .not());
    Truth allow = onKey ? keyAllows(doubts) : callerAllows();
    return Decision.of(allow, deny, key, identity, layers, doubts);
  }

  private Truth allow(Layer layer) {
    LayerDecision decision = layers.get(layer);
    return decision == null ? Truth.YES : decision.allow();
  }

  private Truth deny(Layer layer) {
    LayerDecision decision = layers.get(layer);
    return decision == null ? Truth.NO : decision.deny();
  }

  /** What limits even a role that the key policy names. */
  private Truth limits() {
    return allow(Layer.BOUNDARY).and(allow(Layer.SESSION));
  }

  /** Whether the caller's own account lets the caller do it. A root user needs no policy. */
  private Truth callerAllows() {
    if (request.caller().isService()) {
      return Truth.YES;
    }
    Truth identity =
        request.caller().kind() == Caller.Kind.ROOT_USER ? Truth.YES : allow(Layer.IDENTITY);
    return identity.and(limits()).and(allow(Layer.SCP));
  }

  private Truth keyAllows(Set<String> doubts) {
    LayerDecision key = layers.get(Layer.KEY_POLICY);
    if (key == null) {
      return Truth.NO;
    }
    if (action != null && action.grantDecides()) {
      doubts.add("a grant decides over kms:RetireGrant, and grants were not given");
      return Truth.MAYBE;
    }
    if (!key.given()) {
      doubts.add("the key policy was not given");
      return Truth.MAYBE.and(callerAllows());
    }
    if (request.caller().isService()) {
      return key.allow();
    }
    if (owner.isEmpty()) {
      doubts.add("the key's account is not known");
      return key.allow().and(Truth.MAYBE);
    }
    if (!owner.equals(request.caller().account())) {
      boolean works = action == null || action.crossAccount();
      return works && samePartition() ? key.allow().and(callerAllows()) : Truth.NO;
    }
    return key.direct()
        .or(key.role().and(limits()))
        .or(key.account().and(callerAllows()))
        .and(allow(Layer.SCP));
  }

  private boolean samePartition() {
    Arn arn = Arn.parse(request.resource());
    return arn == null || arn.partition().equals(request.caller().partition());
  }
}
