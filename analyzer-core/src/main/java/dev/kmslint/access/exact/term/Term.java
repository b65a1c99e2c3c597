package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import java.util.Locale;

/**
 * A predicate and the axis that it speaks of.
 *
 * @param axis {@link #PRINCIPAL}, {@link #RESOURCE}, a condition key in lower case, or a {@link
 *     Relation}'s name
 */
public record Term(String axis, Predicate predicate) {
  public static final String PRINCIPAL = "PRINCIPAL";
  public static final String RESOURCE = "RESOURCE";

  /**
   * Whether an axis is a condition key's: they alone are in lower case, whatever else they hold.
   */
  public static boolean isKey(String axis) {
    for (int i = 0; i < axis.length(); i++) {
      char c = axis.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  /** An axis in words for people. */
  public static String word(String axis) {
    return axis.toLowerCase(Locale.ROOT);
  }
}
