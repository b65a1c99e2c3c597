package dev.kmslint.config;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * An entry under {@code suppress}: findings that a person accepts.
 *
 * @param location the entry, narrowed to the rule's name
 * @param rule the rule's id
 * @param file relative to the configuration
 * @param sid the Sid of the statement that holds the findings; null for any
 * @param at the JSON pointer of the value that holds the findings; null for any
 * @param reason the person's words
 * @param expires the last day on which it holds, as {@code 2027-06-30}; null for no end
 */
public record SuppressConfig(
    SourceLocation location,
    String rule,
    Text file,
    @Nullable String sid,
    @Nullable String at,
    String reason,
    @Nullable String expires) {

  /** Whether it no longer holds on a day such as {@code 2027-07-01}. */
  public boolean expiredOn(String day) {
    return expires != null && expires.compareTo(day) < 0;
  }
}
