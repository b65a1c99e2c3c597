package dev.kmslint.source;

/**
 * A stretch of a text.
 *
 * @param start the first character
 * @param end the place after the last character (exclusive)
 */
public record Region(Position start, Position end) {}
