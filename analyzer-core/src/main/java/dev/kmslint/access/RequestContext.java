package dev.kmslint.access;

import dev.kmslint.policy.LowerCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request that were said: pinned to values, or to being absent. The others
 * are what the principal, the resource and the catalogue make of them.
 *
 * @param pins by key in lower case
 * @param closed whether the request holds no key but these and those that follow from the principal
 *     and the resource
 */
public record RequestContext(Map<String, ContextValue> pins, boolean closed) {
  /** Nothing was said. */
  public static final RequestContext OPEN = new RequestContext(Map.of(), false);

  /** Copies the map; its keys are put in lower case. */
  public RequestContext {
    Map<String, ContextValue> lower = new LinkedHashMap<>();
    for (Map.Entry<String, ContextValue> pin : pins.entrySet()) {
      lower.put(LowerCase.of(pin.getKey()), pin.getValue());
    }
    pins = java.util.Collections.unmodifiableMap(lower);
  }

  /** The same with one more key pinned. */
  public RequestContext with(String key, ContextValue value) {
    Map<String, ContextValue> more = new LinkedHashMap<>(pins);
    more.put(LowerCase.of(key), value);
    return new RequestContext(more, closed);
  }

  /** What was said of a key; null when nothing was. */
  public @Nullable ContextValue pinned(String key) {
    return pins.get(LowerCase.of(key));
  }
}
