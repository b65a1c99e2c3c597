package dev.kmslint.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be known of a rule without running it.
 *
 * @param id {@code family/name}
 * @param severity the highest that it gives
 * @param precision how often it is right
 * @param securitySeverity between 0.1 and 10.0, for code scanning; 0 for a rule that is not about
 *     security
 * @param summary one line: what the rule finds, lower case, without a final period
 * @param since the version that first had it
 * @param references pages of AWS that it stands on: at least one, but for rules about kmslint's own
 *     configuration
 * @param supersedes the findings of other rules that one of this rule makes superfluous
 */
public record RuleInfo(
    String id,
    Severity severity,
    Precision precision,
    double securitySeverity,
    String summary,
    String since,
    List<String> references,
    List<Superseded> supersedes) {

  /** What is to be known of a rule that supersedes no other. */
  public RuleInfo(
      String id,
      Severity severity,
      Precision precision,
      double securitySeverity,
      String summary,
      String since,
      List<String> references) {
    this(id, severity, precision, securitySeverity, summary, since, references, List.of());
  }

  /** Where a finding has to be for another one to make it superfluous. */
  public enum Where {
    /** At the very same place. */
    PLACE,
    /** Anywhere in the same statement. */
    STATEMENT
  }

  /** Findings of a rule that have the same cause as one of another rule there. */
  public record Superseded(String rule, Where where) {}

  /** The same rule; beside its findings those of some others, there, are left out. */
  public RuleInfo superseding(Where where, String... rules) {
    List<Superseded> all = new ArrayList<>(supersedes);
    for (String rule : rules) {
      all.add(new Superseded(rule, where));
    }
    return new RuleInfo(id, severity, precision, securitySeverity, summary, since, references, all);
  }

  /** How often a rule is right when it fires, in SARIF's words. */
  public enum Precision {
    VERY_HIGH("very-high"),
    HIGH("high"),
    MEDIUM("medium");

    private final String word;

    Precision(String word) {
      this.word = word;
    }

    /** The word in SARIF. */
    public String word() {
      return word;
    }
  }

  public RuleInfo {
    references = List.copyOf(references);
    supersedes = List.copyOf(supersedes);
    int slash = id.indexOf('/');
    check(slash > 0 && slash + 1 < id.length(), id, "an id is family/name");
    check(!summary.isEmpty() && !summary.endsWith("."), id, "a summary has no final period");
    check(!references.isEmpty() || id.startsWith("config/"), id, "a rule cites a page");
    check(securitySeverity >= 0 && securitySeverity <= 10, id, "0 to 10");
  }

  private static void check(boolean good, String id, String what) {
    if (!good) {
      throw new IllegalArgumentException(id + ": " + what);
    }
  }

  /** The part of the id before the slash. */
  public String family() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The part of the id after the slash. */
  public String name() {
    return id.substring(id.indexOf('/') + 1);
  }
}
