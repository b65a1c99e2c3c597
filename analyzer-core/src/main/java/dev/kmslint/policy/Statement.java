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
 * @param readings of a statement of which something is not known here: statements that stand for it
 *     when it is asked what it matches, one that it certainly is, where there is such, and some
 *     that it may be; empty of every other statement
 * @param unknown of one of those that it may be: what is not known, as {@code parameter `X`}, and
 *     where it stands; else null
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
    boolean unreadable,
    List<Statement> readings,
    @Nullable Text unknown) {

  /** A statement of which everything is known. */
  public Statement(
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
    this(
        index,
        location,
        sid,
        effect,
        effectLocation,
        principals,
        actions,
        resources,
        conditions,
        unreadable,
        List.of(),
        null);
  }

  /** What is left of it where only its place and its Sid matter. */
  public Statement withoutWords() {
    return new Statement(index, location, sid, null, null, null, null, null, List.of(), unreadable);
  }

  /** Whether something is not known of it here. */
  public boolean isOpen() {
    return !readings.isEmpty();
  }

  /** Whether it only may be what it says. */
  public boolean isPossible() {
    return unknown != null;
  }

  Statement asOpen(List<Statement> standing) {
    return new Statement(
        index,
        location,
        sid,
        effect,
        effectLocation,
        principals,
        actions,
        resources,
        conditions,
        true,
        standing,
        null);
  }

  Statement asPossible(Text missing) {
    return new Statement(
        index,
        location,
        sid,
        effect,
        effectLocation,
        principals,
        actions,
        resources,
        conditions,
        unreadable,
        List.of(),
        missing);
  }

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
