/**
 * Decides access over all requests of a question at once, exactly, and shows a request for its
 * answer.
 *
 * <p>Reads from the bottom up: {@link dev.kmslint.access.exact.Pattern} and {@link
 * dev.kmslint.access.exact.TextAtoms} split texts into atoms, {@link dev.kmslint.access.exact.Axis}
 * does it for one dimension of a request, {@link dev.kmslint.access.exact.Box} and {@link
 * dev.kmslint.access.exact.Escape} search, {@link dev.kmslint.access.exact.Engine} answers.
 */
@NullMarked
package dev.kmslint.access.exact;

import org.jspecify.annotations.NullMarked;
