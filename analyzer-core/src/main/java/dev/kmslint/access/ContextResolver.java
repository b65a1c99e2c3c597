package dev.kmslint.access;

import dev.kmslint.catalog.ActionInfo;
import dev.kmslint.catalog.Carried;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.ConditionKeyInfo;
import dev.kmslint.catalog.Presence;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.LowerCase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what a request holds under a condition key: what was pinned; what follows from the principal
 * and the resource; nothing, for a key that the action never carries or that does not exist; else
 * anything.
 */
final class ContextResolver {
  private final Catalog catalog;
  private final Request request;
  private final @Nullable ActionInfo action;

  /** What was said before, by the key as written. */
  private final Map<String, ContextValue> said = new HashMap<>();

  ContextResolver(Catalog catalog, Request request) {
    this.catalog = catalog;
    this.request = request;
    int colon = request.action().indexOf(':');
    this.action =
        colon < 0
            ? null
            : catalog.action(
                request.action().substring(0, colon), request.action().substring(colon + 1));
  }

  /** The request's action as the catalogue knows it; null when it does not. */
  @Nullable ActionInfo action() {
    return action;
  }

  Catalog catalog() {
    return catalog;
  }

  ContextValue value(String key) {
    ContextValue value = said.get(key);
    if (value == null) {
      value = resolve(key);
      said.put(key, value);
    }
    return value;
  }

  private ContextValue resolve(String key) {
    String name = LowerCase.of(key);
    ContextValue pinned = request.context().pinned(name);
    if (pinned != null) {
      return pinned;
    }
    ContextValue derived = request.caller().derived(name);
    if (derived == null && name.equals("aws:resourceaccount")) {
      Arn arn = Arn.parse(request.resource());
      derived = arn == null || arn.account().isEmpty() ? null : ContextValue.of(arn.account());
    }
    if (derived != null) {
      return derived;
    }
    return request.context().closed() ? ContextValue.ABSENT : open(key);
  }

  private ContextValue open(String key) {
    ConditionKeyInfo info = catalog.conditionKey(key);
    int colon = key.indexOf(':');
    if (info == null && (colon < 0 || catalog.knowsKeysOf(key.substring(0, colon)))) {
      return ContextValue.ABSENT;
    }
    if (action != null && catalog.carries(action, key) == Carried.NEVER) {
      return ContextValue.ABSENT;
    }
    Presence presence = info == null ? Presence.SOMETIMES : info.presence();
    return switch (presence) {
      case ALWAYS -> ContextValue.SOMETHING;
      case SERVICE_PRINCIPALS_ONLY ->
          request.caller().isService() ? ContextValue.ANYTHING : ContextValue.ABSENT;
      default -> ContextValue.ANYTHING;
    };
  }
}
