package dev.kmslint.intake;

import dev.kmslint.source.SourceLocation;

/**
 * An export of an account's users and roles.
 *
 * @param account the account of all of them; empty when they are of several, or there is none
 * @param allUsers whether every user of the account is in it
 * @param allRoles whether every role of the account is in it
 */
public record AccountExport(
    SourceLocation location, String account, boolean allUsers, boolean allRoles)
    implements Content {}
