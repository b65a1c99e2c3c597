package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy. An element that is missing or could not be read at all is null; faults
 * tell the two apart.
 *
 * @param index its place in the policy, from 0
 * @param location the whole statement
 * @param unreadable whether an element that decides what it matches could only be read in part
 */
public record Statement(
    int index,
    SourceLocation location,
    @Nullable Text sid,
    @Nullable Effect effect,
    @Nullable SourceLocation effectLocation,
    @Nullable Principals principals,
    @Nullable Actions actions,
    @Nullable Resources resources,
    List<Condition> conditions,
    boolean unreadable) {

  /** Whether it allows. */
  public boolean isAllow() {
    return effect == Effect.ALLOW;
  }

  /** Whether it denies. */
  public boolean isDeny() {
    return effect == Effect.DENY;
  }

  /** How to call it in a message: {@code statement "Sid"}, or {@code statement 3} (from 1). */
  public String title() {
    return sid == null || sid.value().isEmpty()
        ? "statement " + (index + 1)
        : "statement \"" + sid.value() + "\"";
  }
}
