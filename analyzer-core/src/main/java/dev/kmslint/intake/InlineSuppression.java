package dev.kmslint.intake;

import dev.kmslint.source.SourceLocation;

/**
 * That findings of a rule are accepted, said beside what they are about.
 *
 * @param location where it is said
 * @param scope what it is said of
 * @param rule the rule's id
 * @param reason the person's words
 */
public record InlineSuppression(
    SourceLocation location, SourceLocation scope, String rule, String reason) implements Content {}
