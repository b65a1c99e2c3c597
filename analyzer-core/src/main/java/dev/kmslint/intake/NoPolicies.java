package dev.kmslint.intake;

import dev.kmslint.source.SourceLocation;

/**
 * A document of a kind that can hold policies, and holds none.
 *
 * @param words what it is and lacks: a phrase
 */
public record NoPolicies(SourceLocation location, String words) implements Content {}
