/**
 * The values that one dimension of a request can have, in classes that no policy tells apart.
 *
 * <p>Reads from the bottom up: a {@link dev.kmslint.access.exact.atom.Pattern} is a set of texts, a
 * {@link dev.kmslint.access.exact.atom.ValueTest} a set of values; a {@link
 * dev.kmslint.access.exact.atom.Predicate} is what one element of a statement demands, and says so
 * of what was {@link dev.kmslint.access.exact.atom.Seen}. {@link
 * dev.kmslint.access.exact.atom.TextAtoms} splits texts, {@link dev.kmslint.access.exact.atom.Axis}
 * a whole {@link dev.kmslint.access.exact.atom.Domain}.
 */
@NullMarked
package dev.kmslint.access.exact.atom;

import org.jspecify.annotations.NullMarked;
