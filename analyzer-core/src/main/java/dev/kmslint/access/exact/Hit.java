package dev.kmslint.access.exact;

import org.jspecify.annotations.Nullable;

/**
 * The requests that a rule matches, or a part of them.
 *
 * @param rule null for what stands in for a policy that was not given
 */
record Hit(Box box, @Nullable Rule rule) {}
