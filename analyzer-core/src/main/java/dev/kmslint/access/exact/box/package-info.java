/**
 * Sets of requests as boxes, with a set of atoms in each dimension.
 *
 * <p>A {@link dev.kmslint.access.exact.box.Box} is such a set, {@link
 * dev.kmslint.access.exact.box.Escape} finds what of a box lies outside of others, and {@link
 * dev.kmslint.access.exact.box.Space} knows the dimensions of one question and turns terms into
 * boxes.
 */
@NullMarked
package dev.kmslint.access.exact.box;

import org.jspecify.annotations.NullMarked;
