package dev.kmslint.access.exact.term;

import dev.kmslint.access.ContextValue;
import dev.kmslint.access.exact.atom.ConditionPredicate;
import dev.kmslint.access.exact.atom.ConditionPredicate.Doubt;
import dev.kmslint.access.exact.atom.Domain;
import dev.kmslint.access.exact.atom.NullPredicate;
import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.Predicate;
import dev.kmslint.access.exact.atom.Relation;
import dev.kmslint.access.exact.atom.TestPredicate;
import dev.kmslint.access.exact.atom.TypedValues;
import dev.kmslint.access.exact.atom.ValueTest;
import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator;
import dev.kmslint.policy.ConditionOperator.Base;
import dev.kmslint.policy.ConditionOperator.Family;
import dev.kmslint.policy.ConditionOperator.SetPrefix;
import dev.kmslint.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a condition into terms: alternatives, each of which is a list of terms that all hold. */
public final class ConditionCompiler {
  private static final String RESOURCE_ACCOUNT = "aws:resourceaccount";
  private static final ConditionOperator EQUALS =
      new ConditionOperator(Base.STRING_EQUALS, SetPrefix.NONE, false);
  private static final ConditionOperator NOT_EQUALS =
      new ConditionOperator(Base.STRING_NOT_EQUALS, SetPrefix.NONE, false);

  private final Facts facts;
  private final DerivedKeys derived;

  ConditionCompiler(Facts facts, DerivedKeys derived) {
    this.facts = facts;
    this.derived = derived;
  }

  /** Whether a condition holds policy variables, so that it means something for a question only. */
  static boolean hasVariables(Condition condition, boolean variables) {
    if (variables) {
      for (Condition.Value value : condition.values()) {
        if (value.text().contains("${")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a question pins a key that else follows from the caller or the resource. */
  static boolean isPinned(Condition condition, Keys keys) {
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    return keys.pinned(key) != null && (DerivedKeys.isDerived(key) || key.equals(RESOURCE_ACCOUNT));
  }

  List<List<Term>> compile(Condition condition, boolean variables, Keys keys) {
    String key = condition.key().value().toLowerCase(Locale.ROOT);
    ConditionOperator operator = condition.operator();
    if (operator == null) {
      return one(key, new NullPredicate(false, false, true, having(key, keys)), keys);
    }
    if (operator.base() == Base.NULL) {
      return one(key, nullPredicate(condition, key, keys), keys);
    }
    Tests tests = Tests.of(condition, operator, variables, keys);
    List<List<Term>> plain = plain(key, operator, tests, keys);
    List<List<Term>> all = new ArrayList<>();
    if (tests.variables.isEmpty()) {
      return plain;
    }
    boolean negated = operator.base().isNegated();
    List<Term> together = new ArrayList<>(plain.get(0));
    for (Template.Variable variable : tests.variables) {
      List<List<Term>> compared = compared(key, variable, negated, keys);
      if (compared == null) {
        List<List<Term>> wider = plain(key, operator, tests.withAnything(), keys);
        boolean alone = condition.values().size() == 1 && !negated && !operator.ifExists();
        return alone && needsOneEqual(key, operator)
            ? product(wider, having(variable, keys))
            : wider;
      }
      if (negated) {
        all = product(all.isEmpty() ? List.of(together) : all, compared);
      } else {
        all.addAll(compared);
      }
    }
    if (!negated) {
      all.add(together);
    }
    return all;
  }

  /** Whether a condition cannot hold without a value that is equal to one of its own. */
  private boolean needsOneEqual(String key, ConditionOperator operator) {
    return switch (operator.set()) {
      case FOR_ANY_VALUE -> true;
      case FOR_ALL_VALUES -> false;
      case NONE -> !facts.isMany(key);
    };
  }

  /** That requests hold one of some texts under a key (in lower case). */
  public Predicate holds(String key, ConditionOperator operator, ValueTest.Text texts, Keys keys) {
    ValueTest having = having(key, keys);
    ValueTest mapped = having == null ? texts : mapped(key, texts);
    return new ConditionPredicate(operator, mapped, mapped, Doubt.NONE, having, "");
  }

  static List<List<Term>> product(List<List<Term>> one, List<List<Term>> other) {
    List<List<Term>> all = new ArrayList<>();
    for (List<Term> left : one) {
      for (List<Term> right : other) {
        List<Term> both = new ArrayList<>(left);
        both.addAll(right);
        all.add(both);
      }
    }
    return all;
  }

  private @Nullable ValueTest having(String key, Keys keys) {
    if (keys.pinned(key) != null) {
      return null;
    }
    if (key.equals(RESOURCE_ACCOUNT)) {
      return ResourceSpace.WITH_ACCOUNT;
    }
    return DerivedKeys.isDerived(key) ? derived.having(key) : null;
  }

  /** That a variable has a value, where that hangs on who calls: else nothing is equal to it. */
  private List<List<Term>> having(Template.Variable variable, Keys keys) {
    String key = variable.key().toLowerCase(Locale.ROOT);
    ValueTest having = variable.fallback() == null ? having(key, keys) : null;
    return List.of(
        having == null ? List.of() : List.of(new Term(axis(key, keys), new TestPredicate(having))));
  }

  /** The axis on which a key (in lower case) is looked at. */
  public static String axis(String key, Keys keys) {
    if (keys.pinned(key) != null) {
      return key;
    }
    if (key.equals(RESOURCE_ACCOUNT)) {
      return Term.RESOURCE;
    }
    return DerivedKeys.isDerived(key) ? Term.PRINCIPAL : key;
  }

  private static List<List<Term>> one(String key, Predicate predicate, Keys keys) {
    return List.of(List.of(new Term(axis(key, keys), predicate)));
  }

  private Predicate nullPredicate(Condition condition, String key, Keys keys) {
    boolean absent = false;
    boolean there = false;
    boolean unsure = false;
    for (Condition.Value value : condition.values()) {
      boolean yes = value.text().equalsIgnoreCase("true");
      boolean no = value.text().equalsIgnoreCase("false");
      absent |= yes;
      there |= no;
      unsure |= !yes && !no;
    }
    return new NullPredicate(absent, there, unsure, having(key, keys));
  }

  private List<List<Term>> plain(String key, ConditionOperator operator, Tests tests, Keys keys) {
    ValueTest strict = tests.strict;
    ValueTest wide = tests.wide;
    Doubt doubt = facts.doubt(key, operator);
    ValueTest having = having(key, keys);
    if (having != null) {
      boolean text = strict instanceof ValueTest.Text;
      doubt = text ? doubt : Doubt.EVERYTHING;
      strict = mapped(key, strict);
      wide = tests.wide == tests.strict ? strict : mapped(key, wide);
    }
    return one(
        key, new ConditionPredicate(operator, strict, wide, doubt, having, tests.source), keys);
  }

  private ValueTest mapped(String key, ValueTest test) {
    List<Pattern> patterns =
        test instanceof ValueTest.Text text ? text.patterns() : Domain.ANY_TEXT;
    return key.equals(RESOURCE_ACCOUNT)
        ? ResourceSpace.ofAccount(patterns)
        : derived.callers(key, patterns);
  }

  /**
   * That a key holds, or does not hold, the value of a policy variable; null when the two cannot be
   * compared.
   */
  private static @Nullable List<List<Term>> compared(
      String key, Template.Variable variable, boolean negated, Keys keys) {
    String other = variable.key().toLowerCase(Locale.ROOT);
    List<List<Term>> all = new ArrayList<>();
    if (keys.value(key) instanceof ContextValue.Fixed fixed
        && fixed.values().size() == 1
        && variable.fallback() == null
        && keys.areComparable(other, other)) {
      ValueTest value = new ValueTest.Text(List.of(Pattern.literal(fixed.values().get(0))));
      ConditionOperator operator = negated ? NOT_EQUALS : EQUALS;
      all.add(
          List.of(
              new Term(
                  other, new ConditionPredicate(operator, value, value, Doubt.NONE, null, ""))));
      return all;
    }
    if (!keys.areComparable(key, other) || key.equals(other)) {
      return null;
    }
    Relation relation = Relation.of(key, other);
    keys.relate(relation);
    Term same = new Term(relation.name(), Relation.predicate(!negated));
    if (variable.fallback() == null) {
      all.add(List.of(same));
      return all;
    }
    ValueTest fallback = new ValueTest.Text(List.of(Pattern.literal(variable.fallback())));
    Term isDefault =
        new Term(
            key,
            new ConditionPredicate(
                negated ? NOT_EQUALS : EQUALS, fallback, fallback, Doubt.NONE, null, ""));
    Term absent = new Term(other, new NullPredicate(true, false, false, null));
    if (!negated) {
      all.add(List.of(same));
      all.add(List.of(absent, isDefault));
    } else {
      Term there = new Term(other, new NullPredicate(false, true, false, null));
      all.add(List.of(same, there));
      all.add(List.of(same, isDefault));
    }
    return all;
  }

  /** The values of a condition: those that are certain, those that are not, and the variables. */
  private static final class Tests {
    private final ValueTest strict;
    private final ValueTest wide;
    private final List<Template.Variable> variables;
    private final String source;

    private Tests(
        ValueTest strict, ValueTest wide, List<Template.Variable> variables, String source) {
      this.source = source;
      this.strict = strict;
      this.wide = wide;
      this.variables = variables;
    }

    Tests withAnything() {
      return new Tests(strict, new ValueTest.Text(Domain.ANY_TEXT), List.of(), source);
    }

    static Tests of(Condition condition, ConditionOperator operator, boolean variables, Keys keys) {
      StringBuilder all = new StringBuilder();
      for (Condition.Value value : condition.values()) {
        all.append(value.text()).append('\n');
      }
      String source = all.toString();
      Family family = operator.base().family();
      if (family != Family.STRING && family != Family.ARN && family != Family.BOOL) {
        TypedValues typed = TypedValues.of(operator.base(), condition.values());
        ValueTest wide = typed.unreadable() ? new ValueTest.Text(Domain.ANY_TEXT) : typed.test();
        return new Tests(typed.test(), wide, List.of(), source);
      }
      TextValues texts = new TextValues(operator, variables, keys);
      for (Condition.Value value : condition.values()) {
        texts.add(value.text());
      }
      return new Tests(texts.strict(), texts.wide(), texts.variables(), source);
    }
  }
}
