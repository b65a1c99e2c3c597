/**
 * What policies demand of requests, as {@link dev.kmslint.access.exact.term.Term}s: predicates,
 * each on the dimension that it speaks of.
 *
 * <p>Reads from the bottom up: {@link dev.kmslint.access.exact.term.Callers} writes callers as
 * texts, {@link dev.kmslint.access.exact.term.DerivedKeys} says which condition keys follow from
 * them, {@link dev.kmslint.access.exact.term.ConditionCompiler} makes terms of a condition, {@link
 * dev.kmslint.access.exact.term.Rule} of a statement, {@link dev.kmslint.access.exact.term.Program}
 * of a set of policies. {@link dev.kmslint.access.exact.term.QuestionKeys} says what the requests
 * of a question can hold.
 */
@NullMarked
package dev.kmslint.access.exact.term;

import org.jspecify.annotations.NullMarked;
