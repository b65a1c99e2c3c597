/**
 * Looks for one request of a question that policies allow, or deny.
 *
 * <p>Reads from the bottom up: a {@link dev.kmslint.access.exact.search.Scope} is what a question
 * is about, a {@link dev.kmslint.access.exact.search.Model} what every statement matches of it; a
 * {@link dev.kmslint.access.exact.search.Composition} puts the layers of policies together as AWS
 * does, and {@link dev.kmslint.access.exact.search.Search} finds a request there, which a {@link
 * dev.kmslint.access.exact.search.Realizer} writes out.
 */
@NullMarked
package dev.kmslint.access.exact.search;

import org.jspecify.annotations.NullMarked;
