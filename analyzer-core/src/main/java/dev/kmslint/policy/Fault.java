package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;

/**
 * A fault in a policy's grammar. What it means for AWS is worded by the rules.
 *
 * @param kind what is wrong
 * @param location the smallest place at fault
 * @param element the element concerned, as {@code Action}, or the name that stands there
 * @param detail what was found, as {@code a number}, or the other name concerned; can be empty
 */
public record Fault(Kind kind, SourceLocation location, String element, String detail) {
  /** The kinds of fault. */
  public enum Kind {
    /** A name stands twice in one object; {@code element} is the name. */
    DUPLICATE_KEY,
    /**
     * No element of that name exists; {@code element} is the name, {@code detail} where it stands.
     */
    UNKNOWN_ELEMENT,
    /** A value has a type that its element cannot have; {@code detail} is what was found. */
    WRONG_TYPE,
    /** An element is missing; {@code element} is its name. */
    MISSING_ELEMENT,
    /** An element stands beside its negated form; {@code detail} is the other's name. */
    CONFLICTING_ELEMENTS,
    /** A list, object or text is empty where something must stand. */
    EMPTY_ELEMENT,
    /** Version is neither 2012-10-17 nor 2008-10-17; {@code detail} is what it is. */
    INVALID_VERSION,
    /** Effect is neither Allow nor Deny; {@code detail} is what it is. */
    INVALID_EFFECT,
    /** No condition operator of that name exists; {@code detail} is the name. */
    UNKNOWN_OPERATOR,
    /** An account id is written as a number; {@code detail} is the number. */
    NUMBER_ACCOUNT_ID
  }
}
