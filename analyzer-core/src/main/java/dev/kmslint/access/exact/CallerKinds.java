package dev.kmslint.access.exact;

/**
 * The kinds of callers for which AWS puts policies together in different ways.
 *
 * @param owner the callers of the key's account
 */
record CallerKinds(Predicate service, Predicate root, Predicate owner, Predicate serviceLinked) {}
