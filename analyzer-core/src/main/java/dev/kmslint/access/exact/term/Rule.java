package dev.kmslint.access.exact.term;

import dev.kmslint.access.Layer;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Principal;
import dev.kmslint.policy.Principals;
import dev.kmslint.policy.Resources;
import dev.kmslint.policy.Statement;
import dev.kmslint.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One statement, made ready for questions. */
public final class Rule {
  /** By which kind of match a key policy's Allow reaches a caller. */
  public enum Match {
    DIRECT,
    ROLE,
    ACCOUNT
  }

  private static final int MOST_ACTIONS = 1_000;
  private static final ValueTest.Text NOBODY = new ValueTest.Text(List.of());

  private final Layer layer;
  private final int group;
  private final Policy policy;
  private final Statement statement;
  private final boolean variables;
  private final boolean never;
  private final boolean unsure;
  private final Map<String, Boolean> actions = new ConcurrentHashMap<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<@Nullable Predicate> callers = new ArrayList<>();
  private volatile @Nullable List<List<Term>> always;
  private volatile @Nullable Demand whole;

  /** What a rule demands of the resource, whatever the question; null when nothing. */
  private record Demand(@Nullable Predicate predicate) {}

  /**
   * @param group which of the layer's policies it belongs to
   * @param bounded whether the callers have a permissions boundary
   */
  Rule(
      Layer layer,
      int group,
      Policy policy,
      Statement statement,
      Callers space,
      DerivedKeys derived,
      boolean bounded) {
    this.layer = layer;
    this.group = group;
    this.policy = policy;
    this.statement = statement;
    this.variables =
        policy.version() != null && policy.version().value().equals(Policy.CURRENT_VERSION);
    boolean named = policy.kind().hasPrincipal();
    boolean missing =
        statement.actions() == null
            || statement.resources() == null
            || (named && statement.principals() == null);
    boolean harmless = policy.kind() == PolicyKind.KEY || statement.isAllow();
    never =
        statement.effect() == null
            || (missing && harmless)
            || (statement.unreadable() && statement.isAllow());
    unsure = missing || statement.unreadable() || statement.isPossible();
    Principals principals = statement.principals();
    if (!named || principals == null) {
      add(Match.DIRECT, null);
    } else {
      boolean services = policy.kind() == PolicyKind.RCP;
      addCallers(
          principals, PrincipalTests.of(principals.entries(), space, derived, services), bounded);
    }
  }

  private void addCallers(Principals principals, PrincipalTests tests, boolean bounded) {
    if (principals.negated()) {
      add(
          Match.DIRECT,
          statement.isDeny()
              ? new NotPrincipalPredicate(tests, bounded)
              : new TestPredicate(tests.any(false), tests.any(true), true, ""));
    } else if (statement.isDeny()) {
      add(Match.DIRECT, new TestPredicate(tests.any(false)));
    } else {
      add(Match.DIRECT, new TestPredicate(tests.direct()));
      add(Match.ROLE, new TestPredicate(tests.role()));
      add(Match.ACCOUNT, new TestPredicate(tests.account()));
    }
    if (!principals.negated()) {
      for (ValueTest.Text doubtful : tests.doubtful()) {
        add(Match.DIRECT, new TestPredicate(NOBODY, doubtful, false, tests.users()));
      }
    }
  }

  private void add(Match match, @Nullable Predicate predicate) {
    matches.add(match);
    callers.add(predicate);
  }

  public Layer layer() {
    return layer;
  }

  public int group() {
    return group;
  }

  public Policy policy() {
    return policy;
  }

  public Statement statement() {
    return statement;
  }

  /** Whether it has no effect, whatever the request. */
  public boolean isVoid() {
    return never;
  }

  /** Whether it could not be read in full, so that a match is not certain. */
  public boolean isUnsure() {
    return unsure;
  }

  public boolean isDeny() {
    return statement.isDeny();
  }

  /** In how many ways its principals match. */
  public int ways() {
    return callers.size();
  }

  /** Of what kind one of the ways is. */
  public Match match(int way) {
    return matches.get(way);
  }

  /** The callers who are matched in one of the ways; null for everybody. */
  public @Nullable Predicate callers(int way) {
    return callers.get(way);
  }

  /** Whether it covers an action; remembered, as questions come back to few actions. */
  public boolean matchesAction(String action) {
    Boolean known = actions.get(action);
    if (known == null) {
      known = statement.actions() == null || statement.actions().matches(action);
      if (actions.size() < MOST_ACTIONS) {
        actions.put(action, known);
      }
    }
    return known;
  }

  /** What it demands of the resource; null when nothing. */
  public @Nullable Predicate resource(Keys keys) {
    Resources resources = statement.resources();
    if (resources == null) {
      return null;
    }
    if (variables && hasVariables(resources)) {
      return resource(resources, keys);
    }
    Demand known = whole;
    if (known == null) {
      known = new Demand(resource(resources, keys));
      whole = known;
    }
    return known.predicate();
  }

  /** What it demands of the context: alternatives of terms that all hold. */
  public List<List<Term>> conditions(ConditionCompiler compiler, Keys keys) {
    boolean depends = false;
    for (Condition condition : statement.conditions()) {
      depends |= ConditionCompiler.isPinned(condition, keys);
    }
    List<List<Term>> known = always;
    if (known != null && !depends) {
      return known;
    }
    List<List<Term>> all = List.of(List.of());
    for (Condition condition : statement.conditions()) {
      depends |= ConditionCompiler.hasVariables(condition, variables);
      all = ConditionCompiler.product(all, compiler.compile(condition, variables, keys));
    }
    if (!depends) {
      always = all;
    }
    return all;
  }

  private static boolean hasVariables(Resources resources) {
    for (Resources.Entry entry : resources.entries()) {
      if (!entry.template().variables().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Predicate resource(Resources resources, Keys keys) {
    List<Pattern> strict = new ArrayList<>();
    List<Pattern> wide = new ArrayList<>();
    for (Resources.Entry entry : resources.entries()) {
      if (entry.isEverything()) {
        if (!resources.negated()) {
          return null;
        }
        strict.add(Pattern.anything());
      } else if (entry.template().isMalformed()) {
        wide.add(Pattern.anything());
      } else {
        boolean known = true;
        List<@Nullable String> values = new ArrayList<>();
        boolean never = false;
        for (Template.Variable variable : entry.template().variables()) {
          String value = TextValues.value(variable, keys);
          known &= value != null;
          never |= TextValues.isUnresolved(variable, keys);
          values.add(value);
        }
        if (!never) {
          Glob glob = entry.template().fill(values);
          (known ? strict : wide).add(Pattern.of(glob.boundToSegments()));
          wide.add(Pattern.of(glob));
        }
      }
    }
    ValueTest.Text sure = new ValueTest.Text(strict);
    wide.removeAll(strict);
    if (wide.isEmpty()) {
      return new TestPredicate(sure, sure, resources.negated(), "");
    }
    wide.addAll(strict);
    return new TestPredicate(
        sure, new ValueTest.Text(wide), resources.negated(), resources.location().text());
  }

  /** The resources that it names, as patterns; none when it names them by what they are not. */
  public List<Pattern> resources() {
    List<Pattern> patterns = new ArrayList<>();
    Resources resources = statement.resources();
    if (resources == null || resources.negated()) {
      return patterns;
    }
    for (Resources.Entry entry : resources.entries()) {
      if (entry.isEverything()) {
        return List.of();
      }
      List<@Nullable String> open = new ArrayList<>();
      entry.template().variables().forEach(variable -> open.add(null));
      patterns.add(Pattern.of(entry.template().fill(open)));
    }
    return patterns;
  }

  /** The services that it names which are not called as most are, as {@code x.amazonaws.com.cn}. */
  public List<Pattern> services() {
    List<Pattern> services = new ArrayList<>();
    Principals principals = statement.principals();
    for (Principal entry : principals == null ? List.<Principal>of() : principals.entries()) {
      Pattern service =
          entry.form() == Principal.Form.SERVICE ? Callers.unusualService(entry.value()) : null;
      if (service != null) {
        services.add(service);
      }
    }
    return services;
  }

  @Override
  public String toString() {
    return layer + " " + statement.title();
  }
}
