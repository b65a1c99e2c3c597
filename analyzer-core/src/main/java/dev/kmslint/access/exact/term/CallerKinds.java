package dev.kmslint.access.exact.term;

import dev.kmslint.access.exact.atom.Predicate;

/**
 * The kinds of callers for which AWS puts policies together in different ways.
 *
 * @param owner the callers of the key's account
 */
public record CallerKinds(
    Predicate service, Predicate root, Predicate owner, Predicate serviceLinked) {}
