package dev.kmslint.access.exact;

import dev.kmslint.access.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param outcome over all requests of the question
 * @param reason of an unknown answer, and of one that there is no request for: why; else empty
 * @param allowed a request that is certainly allowed; null when none was found. Also an unknown
 *     answer can have one
 * @param denied a request that is certainly not allowed; null when none was found
 * @param on the condition keys, in lower case, on which it depends
 * @param because the statements that decide, the most telling first
 * @param internalError what the check of a witness found wrong with this answer; null when nothing.
 *     The answer then is unknown
 */
public record Answer(
    Outcome outcome,
    String reason,
    @Nullable Witness allowed,
    @Nullable Witness denied,
    Set<String> on,
    List<Because> because,
    @Nullable String internalError) {}
