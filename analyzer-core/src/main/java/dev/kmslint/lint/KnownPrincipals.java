package dev.kmslint.lint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is in an account.
 *
 * @param users the ARNs of all users; null when not all are known
 * @param roles the ARNs of all roles; null when not all are known
 */
public record KnownPrincipals(@Nullable Set<String> users, @Nullable Set<String> roles) {}
