package dev.kmslint.lint;

import dev.kmslint.source.SourceLocation;

/**
 * An entry of the configuration that accepts findings, and what became of it.
 *
 * @param location the entry
 * @param rule the id of the rule whose findings it accepts
 * @param file where they are
 * @param expired the day after which it no longer holds, as {@code 2027-06-30}; empty while it
 *     holds
 * @param matches how many findings it names
 */
public record SuppressionUse(
    SourceLocation location, String rule, String file, String expired, int matches) {}
