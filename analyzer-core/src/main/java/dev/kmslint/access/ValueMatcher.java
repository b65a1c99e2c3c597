package dev.kmslint.access;

import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares one value of a policy with one value of a request, or with all values that a set of
 * requests can hold. The comparison is the positive one: negation is applied by the caller.
 */
final class ValueMatcher {
  private final ContextResolver resolver;
  private final boolean variables;
  private final Trace trace;

  /**
   * @param variables whether policy variables mean anything in this policy
   */
  ValueMatcher(ContextResolver resolver, boolean variables, Trace trace) {
    this.resolver = resolver;
    this.variables = variables;
    this.trace = trace;
  }

  /** Whether a request's value matches a policy's value. */
  Truth matches(Base base, String inPolicy, String inRequest) {
    return switch (base.family()) {
      case STRING, ARN -> patternMatches(base, inPolicy, List.of(Glob.literal(inRequest)));
      case BOOL -> bool(inPolicy, inRequest);
      default -> typed(base, inPolicy, inRequest);
    };
  }

  private Truth typed(Base base, String inPolicy, String inRequest) {
    Truth known = TypedValues.compare(base, inPolicy, inRequest);
    if (known == Truth.MAYBE) {
      trace.doubt("`" + inPolicy + "` is not a value for " + base.word());
    }
    return known;
  }

  /** Whether the values that requests can hold match a policy's value: all, some or none. */
  Truth matchesOpen(Base base, String inPolicy, List<Glob> within) {
    boolean text = base.family() == Family.STRING || base.family() == Family.ARN;
    return text
        ? patternMatches(base, inPolicy, within.isEmpty() ? ANYTHING : within)
        : Truth.MAYBE;
  }

  private static final List<Glob> ANYTHING = List.of(Glob.of("*"));

  private Truth bool(String inPolicy, String inRequest) {
    if (inPolicy.equals(inRequest)) {
      return Truth.YES;
    }
    if (inPolicy.equalsIgnoreCase(inRequest)) {
      trace.doubt("AWS does not say whether Bool compares `" + inPolicy + "` in its own case");
      return Truth.MAYBE;
    }
    return Truth.NO;
  }

  private Truth patternMatches(Base base, String inPolicy, List<Glob> values) {
    Template template = Template.parse(inPolicy, base.hasWildcards(), variables);
    if (template.isMalformed()) {
      trace.doubt("`" + inPolicy + "` holds a policy variable that is not closed or has no name");
      return Truth.MAYBE;
    }
    Filled filled = fill(template, resolver, trace);
    if (filled == null) {
      return Truth.NO;
    }
    Glob pattern = filled.glob();
    boolean ignoreCase =
        base == Base.STRING_EQUALS_IGNORE_CASE || base == Base.STRING_NOT_EQUALS_IGNORE_CASE;
    if (ignoreCase) {
      pattern = pattern.lowerCase();
    }
    if (base.family() == Family.ARN) {
      Glob arn = pattern.asArnPattern();
      if (arn == null) {
        trace.doubt("`" + inPolicy + "` is no ARN, and " + base.word() + " compares ARNs");
        return pattern.matchesEverything() ? Truth.MAYBE : Truth.NO;
      }
      pattern = arn;
    }
    Truth result = compare(pattern, values, ignoreCase);
    return filled.exact() || result == Truth.NO ? result : Truth.MAYBE;
  }

  private static Truth compare(Glob pattern, List<Glob> values, boolean ignoreCase) {
    boolean all = true;
    boolean some = false;
    for (Glob given : values) {
      Glob value = ignoreCase ? given.lowerCase() : given;
      all &= pattern.covers(value);
      some |= pattern.intersects(value);
    }
    return all ? Truth.YES : some ? Truth.MAYBE : Truth.NO;
  }

  /**
   * A template whose variables were filled in.
   *
   * @param exact whether all of them are known; else stars stand for the others
   */
  record Filled(Glob glob, boolean exact) {}

  /** Fills in the variables; null when one of them has no value, so that nothing matches. */
  static @Nullable Filled fill(Template template, ContextResolver resolver, Trace trace) {
    if (template.variables().isEmpty()) {
      return new Filled(template.glob(), true);
    }
    List<@Nullable String> values = new ArrayList<>();
    boolean exact = true;
    for (Template.Variable variable : template.variables()) {
      ContextValue value = resolver.value(variable.key());
      if (value instanceof ContextValue.Fixed fixed && fixed.values().size() == 1) {
        values.add(fixed.values().get(0));
      } else if (value instanceof ContextValue.Open) {
        trace.open(variable.key().toLowerCase(Locale.ROOT));
        values.add(null);
        exact = false;
      } else if (variable.fallback() != null) {
        values.add(variable.fallback());
      } else {
        return null;
      }
    }
    return new Filled(template.fill(values), exact);
  }
}
