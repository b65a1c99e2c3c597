package dev.kmslint.access.exact;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.Request;
import java.util.Map;

/**
 * One request that shows an answer. Its context is complete: it holds no other key than those that
 * it names, and those that follow from caller and resource.
 */
public record Witness(Request request) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(request.caller()).append(' ').append(request.action());
    text.append(" on ").append(request.resource());
    for (Map.Entry<String, ContextValue> pin : request.context().pins().entrySet()) {
      text.append(", ").append(pin.getKey());
      if (pin.getValue() instanceof ContextValue.Fixed fixed) {
        text.append('=').append(fixed.values());
      } else {
        text.append(" absent");
      }
    }
    return text.toString();
  }
}
