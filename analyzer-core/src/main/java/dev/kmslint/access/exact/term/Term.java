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
}
