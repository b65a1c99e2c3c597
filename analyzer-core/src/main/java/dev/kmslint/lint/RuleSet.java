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
  private final Group rules;
  private final @Nullable RuleSource source;
  private @Nullable Group shareRules;
  private final Map<String, Severity> severities;

  /** Rules of a kind: all that there are, and those that run. */
  private record Group(List<Rule> all, List<Rule> enabled) {
    static Group of(Collection<? extends Rule> rules) {
      List<Rule> all = List.copyOf(rules);
      return new Group(all, all);
    }
  }

  private RuleSet(
      Group rules,
      @Nullable RuleSource source,
      @Nullable Group shareRules,
      Map<String, Severity> severities) {
    this.rules = rules;
    this.source = source;
    this.shareRules = shareRules;
    this.severities = severities;
  }

  /**
   * All of these rules, each with its own severities.
   *
   * @throws IllegalArgumentException when two of them have the same id
   */
  public static RuleSet of(Collection<? extends Rule> rules) {
    List<Rule> policies = new ArrayList<>();
    List<Rule> shares = new ArrayList<>();
    Map<String, Rule> byId = new HashMap<>();
    for (Rule rule : rules) {
      if (byId.put(rule.info().id(), rule) != null) {
        throw new IllegalArgumentException("two rules are called " + rule.info().id());
      }
      boolean both = rule instanceof Rule.OfShare || rule instanceof Rule.OfPairing;
      (both ? shares : policies).add(rule);
    }
    return new RuleSet(Group.of(policies), null, Group.of(shares), Map.of());
  }

  /** All rules of a source, no two of which have the same id, each with its own severities. */
  public static RuleSet of(RuleSource source) {
    return new RuleSet(Group.of(source.rules()), source, null, Map.of());
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
    if (only.isEmpty() && commandLine.isEmpty() && configuration.isEmpty()) {
      return this;
    }
    checkAll(only);
    checkAll(commandLine.keySet());
    checkAll(configuration.keySet());
    Map<String, Severity> graded = new HashMap<>();
    List<List<Rule>> chosen = new ArrayList<>();
    for (Group group : List.of(rules, shareRules())) {
      List<Rule> enabled = new ArrayList<>();
      for (Rule rule : group.all) {
        String id = rule.info().id();
        boolean named = only.contains(id);
        Grade first = commandLine.get(id);
        Grade grade = first == null ? configuration.get(id) : first;
        boolean off = grade == Grade.OFF && !(named && first == null);
        if (off || !(only.isEmpty() || named)) {
          continue;
        }
        enabled.add(rule);
        Severity severity = grade == null ? null : grade.severity();
        if (severity != null) {
          graded.put(id, severity);
        }
      }
      chosen.add(List.copyOf(enabled));
    }
    return new RuleSet(
        new Group(rules.all, chosen.get(0)),
        null,
        new Group(shareRules().all, chosen.get(1)),
        Map.copyOf(graded));
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
    for (Rule rule : all()) {
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
    return both(rules.all, shareRules().all);
  }

  /** The rules that run. */
  public List<Rule> enabled() {
    return both(rules.enabled, shareRules().enabled);
  }

  /** The rules about files, policies and suppressions that run. */
  List<Rule> enabledRules() {
    return rules.enabled;
  }

  /** The rules about sharing and about pairs of policies that run. */
  List<Rule> enabledShareRules() {
    return shareRules().enabled;
  }

  /** Every rule about sharing, also those that do not run. */
  List<Rule> allShareRules() {
    return shareRules().all;
  }

  /** Made when they are first needed; whoever makes them makes the same. */
  private Group shareRules() {
    Group known = shareRules;
    if (known == null) {
      known = Group.of(source == null ? List.of() : source.shareRules());
      shareRules = known;
    }
    return known;
  }

  private static List<Rule> both(List<Rule> some, List<Rule> others) {
    List<Rule> both = new ArrayList<>(some);
    both.addAll(others);
    return List.copyOf(both);
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
