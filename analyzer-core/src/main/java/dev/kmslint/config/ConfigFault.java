package dev.kmslint.config;

import dev.kmslint.source.SourceLocation;

/**
 * Something wrong in a configuration.
 *
 * @param location the smallest place at fault
 * @param message one sentence, lower case, without a final period
 * @param shape whether it is a fault of the document's structure, which the JSON schema sees too
 */
public record ConfigFault(SourceLocation location, String message, boolean shape) {
  @Override
  public String toString() {
    return location + ": " + message;
  }
}
