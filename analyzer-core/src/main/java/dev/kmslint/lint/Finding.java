package dev.kmslint.lint;

import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found.
 *
 * @param rule the rule's id
 * @param message one sentence, lower case, without a final period; user input in backticks
 * @param help what to do, in the same form
 * @param location the smallest place at fault
 * @param related other places that it takes to see the point
 * @param suppression why it does not count; null when it does
 * @param fingerprint a name that stays the same in later runs; empty until {@link Findings#finish}
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    String help,
    SourceLocation location,
    List<Related> related,
    @Nullable Suppression suppression,
    String fingerprint) {

  /** Another place, and what is to be seen there. */
  public record Related(SourceLocation location, String message) {}

  /**
   * Why a finding does not count.
   *
   * @param by {@code config} or {@code baseline}
   * @param reason the person's words
   */
  public record Suppression(String by, String reason) {}

  /** Starts a finding of a rule, with the rule's severity. */
  public static Builder of(RuleInfo rule) {
    return new Builder(rule);
  }

  /** The same finding with another severity. */
  public Finding as(Severity other) {
    return new Finding(rule, other, message, help, location, related, suppression, fingerprint);
  }

  /** The same finding, suppressed. */
  public Finding suppressed(Suppression why) {
    return new Finding(rule, severity, message, help, location, related, why, fingerprint);
  }

  /** The same finding, with one more place. */
  public Finding alsoAt(Related place) {
    List<Related> all = new ArrayList<>(related);
    all.add(place);
    return new Finding(
        rule, severity, message, help, location, List.copyOf(all), suppression, fingerprint);
  }

  Finding withFingerprint(String name) {
    return new Finding(rule, severity, message, help, location, related, suppression, name);
  }

  /** Builds a finding. */
  public static final class Builder {
    private final RuleInfo rule;
    private Severity severity;
    private @Nullable SourceLocation location;
    private final List<Related> related = new ArrayList<>();

    private Builder(RuleInfo rule) {
      this.rule = rule;
      this.severity = rule.severity();
    }

    /** Where it is. */
    public Builder at(SourceLocation place) {
      this.location = place;
      return this;
    }

    /** A severity other than the rule's. */
    public Builder severity(Severity other) {
      this.severity = other;
      return this;
    }

    /** Another place. */
    public Builder related(SourceLocation place, String message) {
      related.add(new Related(place, message));
      return this;
    }

    /**
     * The finding.
     *
     * @throws IllegalStateException without a place
     */
    public Finding says(String message, String help) {
      if (location == null) {
        throw new IllegalStateException(rule.id() + ": a finding has a place");
      }
      return new Finding(
          rule.id(), severity, message, help, location, List.copyOf(related), null, "");
    }
  }
}
