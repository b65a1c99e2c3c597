package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;

/** A piece of a policy's text and where it stands. */
public record Text(String value, SourceLocation location) {
  @Override
  public String toString() {
    return value;
  }
}
