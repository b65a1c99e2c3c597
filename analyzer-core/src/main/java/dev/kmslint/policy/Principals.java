package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import java.util.List;

/**
 * A Principal or NotPrincipal element.
 *
 * @param negated whether it is NotPrincipal: everybody but the entries
 * @param location where the element's value stands
 */
public record Principals(
    boolean negated,
    SourceLocation nameLocation,
    SourceLocation location,
    List<Principal> entries) {
  /** The element's name in a policy. */
  public String element() {
    return negated ? "NotPrincipal" : "Principal";
  }

  /** Whether it names everybody, an account or somebody in it; with NotPrincipal always. */
  public boolean letsIn(String account) {
    if (negated) {
      return true;
    }
    for (Principal principal : entries) {
      if (principal.form() == Principal.Form.EVERYONE || principal.account().equals(account)) {
        return true;
      }
    }
    return false;
  }
}
