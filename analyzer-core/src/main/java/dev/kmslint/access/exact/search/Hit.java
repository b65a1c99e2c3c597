package dev.kmslint.access.exact.search;

import dev.kmslint.access.exact.box.Box;
import dev.kmslint.access.exact.term.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a rule matches, or a part of them.
 *
 * @param rule null for what stands in for a policy that was not given
 */
public record Hit(Box box, @Nullable Rule rule) {}
