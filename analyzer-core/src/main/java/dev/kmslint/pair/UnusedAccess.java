package dev.kmslint.pair;

import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Statement;
import dev.kmslint.source.SourceLocation;

/**
 * Access to a key that its policy gives to another account or to one of its principals, and that no
 * identity policy there makes use of.
 *
 * @param principal to whom, as the key policy names it
 * @param export where it is told that these are all principals of that account
 */
public record UnusedAccess(
    PairedKey key, Statement statement, Principal principal, SourceLocation export) {}
