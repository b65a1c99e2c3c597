package dev.kmslint.access.exact;

import dev.kmslint.access.Truth;
import dev.kmslint.policy.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a statement, or a part of it, matches is matched by other statements too.
 *
 * @param covered yes, no, or maybe when it is not known; no also for what matches nothing
 * @param by statements that cover it, none of which can be left out; empty unless covered
 * @param outside a request that is not covered; null without one
 */
public record Coverage(Truth covered, List<Statement> by, @Nullable Witness outside) {}
