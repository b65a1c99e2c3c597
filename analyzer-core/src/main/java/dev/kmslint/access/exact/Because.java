package dev.kmslint.access.exact;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.term.Rule;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.Statement;

/**
 * A statement's part in an answer.
 *
 * @param stops of a {@link Part#STOPPED} statement: what keeps it from matching: {@code principal},
 *     {@code action}, {@code resource}, or condition keys, joined by {@code ", "}; else empty
 */
public record Because(Layer layer, Policy policy, Statement statement, Part part, String stops) {
  /** The parts. */
  public enum Part {
    /** It allows the witness. */
    ALLOWS,
    /** It denies. */
    DENIES,
    /** It is the Allow nearest to one of the question's requests, but does not match any. */
    STOPPED
  }

  static Because of(Rule rule, Part part, String stops) {
    return new Because(rule.layer(), rule.policy(), rule.statement(), part, stops);
  }
}
