package dev.kmslint.access.exact;

/**
 * A predicate and the axis that it speaks of.
 *
 * @param axis {@link #PRINCIPAL}, {@link #RESOURCE}, a condition key in lower case, or a {@link
 *     Relation}'s name
 */
record Term(String axis, Predicate predicate) {
  static final String PRINCIPAL = "principal";
  static final String RESOURCE = "resource";
}
