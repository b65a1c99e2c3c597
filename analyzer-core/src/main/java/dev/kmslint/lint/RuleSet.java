package dev.kmslint.lint;

import dev.kmslint.catalog.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a run, with the severity that each of them was given. Immutable.
 *
 * <p>A rule that was graded gives all its findings that severity, also those for which the rule
 * itself has another one.
 */
public final class RuleSet {
  private final List<Rule> all;
  private final List<Rule> enabled;
  private final Map<String, Severity> severities;

  private RuleSet(List<Rule> all, List<Rule> enabled, Map<String, Severity> severities) {
    this.all = all;
    this.enabled = enabled;
    this.severities = severities;
  }

  /**
   * All of these rules, each with its own severities.
   *
   * @throws IllegalArgumentException when two of them have the same id
   */
  public static RuleSet of(Collection<? extends Rule> rules) {
    List<Rule> all = List.copyOf(rules);
    Map<String, Rule> byId = new HashMap<>();
    for (Rule rule : all) {
      if (byId.put(rule.info().id(), rule) != null) {
        throw new IllegalArgumentException("two rules are called " + rule.info().id());
      }
    }
    return new RuleSet(all, all, Map.of());
  }

  /**
   * The rules that remain when a person has chosen. The command line goes before the configuration:
   * a rule that {@code only} names runs although the configuration turns it off.
   *
   * @param only ids of the rules to run; empty for all
   * @param commandLine grades from the command line, by rule id
   * @param configuration grades from the configuration, by rule id
   * @throws IllegalArgumentException for an id that no rule has, with the words of {@link
   *     #complaint}
   */
  public RuleSet select(
      Collection<String> only, Map<String, Grade> commandLine, Map<String, Grade> configuration) {
    checkAll(only);
    checkAll(commandLine.keySet());
    checkAll(configuration.keySet());
    List<Rule> chosen = new ArrayList<>();
    Map<String, Severity> graded = new HashMap<>();
    for (Rule rule : all) {
      String id = rule.info().id();
      boolean named = only.contains(id);
      Grade first = commandLine.get(id);
      Grade grade = first == null ? configuration.get(id) : first;
      boolean off = grade == Grade.OFF && !(named && first == null);
      if (off || !(only.isEmpty() || named)) {
        continue;
      }
      chosen.add(rule);
      Severity severity = grade == null ? null : grade.severity();
      if (severity != null) {
        graded.put(id, severity);
      }
    }
    return new RuleSet(all, List.copyOf(chosen), Map.copyOf(graded));
  }

  private void checkAll(Collection<String> ids) {
    for (String id : ids) {
      Optional<String> complaint = complaint(id);
      if (complaint.isPresent()) {
        throw new IllegalArgumentException(complaint.get());
      }
    }
  }

  /**
   * What to say to a person who wrote a rule's id; empty when there is such a rule. One sentence,
   * lower case, without a final period.
   */
  public Optional<String> complaint(String id) {
    List<String> ids = new ArrayList<>();
    for (Rule rule : all) {
      if (rule.info().id().equals(id)) {
        return Optional.empty();
      }
      ids.add(rule.info().id());
    }
    Optional<String> near = Nearest.nearest(id, ids);
    if (near.isEmpty() && id.indexOf('/') < 0) {
      near = ofAnyFamily(id, ids);
    }
    String complaint = "there is no rule `" + id + "`";
    return Optional.of(
        near.isEmpty() ? complaint : complaint + "; did you mean `" + near.get() + "`?");
  }

  private static Optional<String> ofAnyFamily(String name, List<String> ids) {
    for (String id : ids) {
      if (id.endsWith("/" + name)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** Every rule, also those that do not run. */
  public List<Rule> all() {
    return all;
  }

  /** The rules that run. */
  public List<Rule> enabled() {
    return enabled;
  }

  /** The severity that a rule was given; null when it keeps its own ones. */
  public @Nullable Severity graded(String id) {
    return severities.get(id);
  }

  /**
   * The severity that a rule has in reports about rules: the one it was given, else its highest.
   */
  public Severity severity(RuleInfo rule) {
    Severity graded = severities.get(rule.id());
    return graded == null ? rule.severity() : graded;
  }
}
