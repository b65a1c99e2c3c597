package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;

/**
 * A predicate and the axis that it speaks of.
 *
 * @param axis {@link #PRINCIPAL}, {@link #RESOURCE}, a condition key in lower case, or a {@link
 *     Relation}'s name
 */
public record Term(String axis, Predicate predicate) {
  public static final String PRINCIPAL = "principal";
  public static final String RESOURCE = "resource";

  /** Whether an axis is a condition key's: of the others' names only two are in lower case. */
  public static boolean isKey(String axis) {
    for (int i = 0; i < axis.length(); i++) {
      char c = axis.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return !axis.equals(PRINCIPAL) && !axis.equals(RESOURCE);
  }
}
