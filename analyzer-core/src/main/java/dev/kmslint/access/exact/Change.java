package dev.kmslint.access.exact;

import dev.kmslint.access.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether new policies allow what old ones did not.
 *
 * @param newAccess yes, no, or maybe when it is not known
 * @param reason why it is not known; else empty
 * @param witness a request that is newly allowed; null without one
 * @param because the new statements that allow the witness
 * @param before the old statements that denied it; empty when none allowed it
 * @param internalError what the check of the witness found wrong; null when nothing
 */
public record Change(
    Truth newAccess,
    String reason,
    @Nullable Witness witness,
    List<Because> because,
    List<Because> before,
    @Nullable String internalError) {}
