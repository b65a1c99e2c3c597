/**
 * Decides access over all requests of a question at once, exactly, and shows a request for its
 * answer.
 *
 * <p>Reads from the bottom up, a package for each step: {@code atom} splits the values of one
 * dimension into atoms, {@code term} turns policies into predicates on dimensions, {@code box}
 * holds sets of requests, {@code search} looks for a request, and here an {@link
 * dev.kmslint.access.exact.Engine} answers, {@link dev.kmslint.access.exact.Changes} compares, and
 * {@link dev.kmslint.access.exact.StatementAnalysis} looks at one statement among others. What lies
 * below this package serves it alone.
 */
@NullMarked
package dev.kmslint.access.exact;

import org.jspecify.annotations.NullMarked;
