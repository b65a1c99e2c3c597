package dev.kmslint.access.exact.term;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.ConditionOperator.SetPrefix;
import dev.kmslint.policy.Glob;
import dev.kmslint.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the values of a condition on texts, with the policy variables in them. */
final class TextValues {
  private final ConditionOperator operator;
  private final boolean withVariables;
  private final Keys keys;
  private final List<Pattern> strict = new ArrayList<>();
  private final List<Pattern> unsure = new ArrayList<>();
  private final List<Template.Variable> variables = new ArrayList<>();

  TextValues(ConditionOperator operator, boolean withVariables, Keys keys) {
    this.operator = operator;
    this.withVariables = withVariables;
    this.keys = keys;
  }

  void add(String text) {
    Base base = operator.base();
    if (base.family() == Family.BOOL) {
      Pattern value = Pattern.literal(text);
      strict.add(value);
      unsure.add(value.ignoringCase());
      return;
    }
    Template template = Template.parse(text, base.hasWildcards(), withVariables);
    if (template.isMalformed()) {
      unsure.add(Pattern.anything());
    } else if (template.variables().isEmpty()) {
      add(template.glob(), true);
    } else {
      fill(template);
    }
  }

  /** The value of a variable; null when it is open, or when it has none. */
  static @Nullable String value(Template.Variable variable, Keys keys) {
    ContextValue value = keys.value(variable.key().toLowerCase(Locale.ROOT));
    if (value instanceof ContextValue.Fixed fixed && fixed.values().size() == 1) {
      return fixed.values().get(0);
    }
    return value instanceof ContextValue.Open ? null : variable.fallback();
  }

  /** Whether a variable has no value in any request, so that what holds it matches nothing. */
  static boolean isUnresolved(Template.Variable variable, Keys keys) {
    return !(keys.value(variable.key().toLowerCase(Locale.ROOT)) instanceof ContextValue.Open)
        && value(variable, keys) == null;
  }

  private void fill(Template template) {
    boolean known = true;
    List<@Nullable String> values = new ArrayList<>();
    for (Template.Variable variable : template.variables()) {
      if (isUnresolved(variable, keys)) {
        return;
      }
      String value = value(variable, keys);
      values.add(value);
      known &= value != null;
    }
    boolean comparable =
        template.isSingleVariable()
            && operator.set() == SetPrefix.NONE
            && operator.base().family() == Family.STRING
            && operator.base() != Base.STRING_EQUALS_IGNORE_CASE
            && operator.base() != Base.STRING_NOT_EQUALS_IGNORE_CASE;
    if (!known && comparable) {
      variables.add(template.variables().get(0));
    } else {
      add(template.fill(values), known);
    }
  }

  private void add(Glob glob, boolean sure) {
    Base base = operator.base();
    Glob read = glob;
    if (base.family() == Family.ARN) {
      read = glob.asArnPattern();
      if (read == null) {
        if (glob.matchesEverything()) {
          unsure.add(Pattern.anything());
        }
        return;
      }
    }
    Pattern pattern = Pattern.of(read);
    boolean ignoreCase =
        base == Base.STRING_EQUALS_IGNORE_CASE || base == Base.STRING_NOT_EQUALS_IGNORE_CASE;
    (sure ? strict : unsure).add(ignoreCase ? pattern.ignoringCase() : pattern);
  }

  private ValueTest.@Nullable Text made;

  /** The values that certainly match. */
  ValueTest.Text strict() {
    if (made == null) {
      made = new ValueTest.Text(strict);
    }
    return made;
  }

  /** The values that may match. */
  ValueTest.Text wide() {
    if (unsure.isEmpty()) {
      return strict();
    }
    List<Pattern> all = new ArrayList<>(strict);
    for (Pattern pattern : unsure) {
      if (!all.contains(pattern)) {
        all.add(pattern);
      }
    }
    return all.size() == strict.size() ? strict() : new ValueTest.Text(all);
  }

  /** The variables that stand alone as a value, and whose value is open. */
  List<Template.Variable> variables() {
    return variables;
  }
}
