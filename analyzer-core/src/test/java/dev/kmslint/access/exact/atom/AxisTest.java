package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kmslint.access.Effort;
import dev.kmslint.policy.ConditionOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static Domain domain(Domain.Kind kind, boolean many) {
    return new Domain(true, true, kind, Domain.ANY_TEXT, many, List.of());
  }

  private static Predicate condition(String operator, ValueTest test) {
    ConditionOperator parsed = Objects.requireNonNull(ConditionOperator.parse(operator));
    return new ConditionPredicate(parsed, test, test, ConditionPredicate.Doubt.NONE, null, "");
  }

  private static ValueTest text(String... literals) {
    List<Pattern> patterns = new ArrayList<>();
    for (String literal : literals) {
      patterns.add(Pattern.literal(literal));
    }
    return new ValueTest.Text(patterns);
  }

  private static ValueTest number(ValueTest.Ordered.Order order, String... limits) {
    List<BigDecimal> all = new ArrayList<>();
    for (String limit : limits) {
      all.add(new BigDecimal(limit));
    }
    return new ValueTest.Ordered(order, all, false);
  }

  private static List<@Nullable List<String>> values(Axis axis, Predicate predicate) {
    List<@Nullable List<String>> values = new ArrayList<>();
    for (int atom = 0; atom < axis.atoms().size(); atom++) {
      if ((axis.bits(predicate, false)[atom >> 6] & 1L << atom) != 0) {
        values.add(axis.atoms().get(atom).values());
      }
    }
    return values;
  }

  @Test
  void numbersHaveAValueOnAndBetweenTheLimits() {
    Predicate less = condition("NumericLessThan", number(ValueTest.Ordered.Order.LESS, "2"));
    Predicate more = condition("NumericGreaterThan", number(ValueTest.Ordered.Order.GREATER, "1"));
    Axis axis = new Axis(domain(Domain.Kind.NUMBER, false), List.of(less, more), 1);
    assertThat(axis.atoms()).hasSize(4);
    Axis whole = new Axis(domain(Domain.Kind.INTEGER, false), List.of(less, more), 1);
    assertThat(whole.atoms()).as("no whole number is between 1 and 2").hasSize(3);
  }

  @Test
  void addressesOfBothVersionsAreApart() {
    AddressBlock four = Objects.requireNonNull(AddressBlock.parse("0.0.0.0/0"));
    AddressBlock six = Objects.requireNonNull(AddressBlock.parse("2001:db8::/32"));
    Predicate inFour = condition("IpAddress", new ValueTest.Address(List.of(four)));
    Predicate inSix = condition("IpAddress", new ValueTest.Address(List.of(six)));
    Axis axis = new Axis(domain(Domain.Kind.ADDRESS, false), List.of(inFour, inSix), 1);
    assertThat(values(axis, inFour)).containsExactly(List.of("0.0.0.0"));
    assertThat(values(axis, inSix)).containsExactly(List.of("2001:db8:0:0:0:0:0:0"));
    assertThat(axis.atoms()).as("the last is what neither names, or nothing").hasSize(3);
  }

  @Test
  void setOperatorsTellTheEmptySetAndMixedSetsApart() {
    Predicate all = condition("ForAllValues:StringEquals", text("a"));
    Predicate any = condition("ForAnyValue:StringEquals", text("a"));
    Predicate none = condition("ForAllValues:StringNotEquals", text("a"));
    Predicate other = condition("ForAnyValue:StringNotEquals", text("a"));
    Axis axis = new Axis(domain(Domain.Kind.TEXT, true), List.of(all, any, none, other), 1);
    List<String> empty = List.of();
    assertThat(values(axis, all)).containsExactlyInAnyOrder(null, List.of("a"));
    assertThat(values(axis, any)).containsExactlyInAnyOrder(List.of("a"), List.of("a", "x"));
    assertThat(values(axis, none)).containsExactlyInAnyOrder(null, List.of("x"));
    assertThat(values(axis, other)).containsExactlyInAnyOrder(List.of("x"), List.of("a", "x"));
    Predicate there = new NullPredicate(false, true, false, null);
    Axis finer = new Axis(domain(Domain.Kind.TEXT, true), List.of(all, any, there), 1);
    assertThat(values(finer, all)).contains(null, List.of("a"));
    assertThat(finer.atoms()).extracting(Axis.Atom::values).contains(empty);
  }

  /** What the atoms' bits say against what the predicates say of the atoms' values. */
  private static void assertBitsAreTrue(Axis axis) {
    for (Predicate predicate : axis.predicates()) {
      for (int i = 0; i < axis.atoms().size(); i++) {
        List<String> values = axis.atoms().get(i).values();
        Seen seen = values == null ? new Seen.Absent() : new Seen.Given(values);
        for (boolean wide : new boolean[] {false, true}) {
          boolean bit = (axis.bits(predicate, wide)[i >> 6] & 1L << i) != 0;
          assertThat(bit).isEqualTo(wide ? predicate.may(seen) : predicate.must(seen));
        }
      }
    }
  }

  @Test
  void eachAtomHasTheBitsOfItsValues() {
    List<Predicate> predicates = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      predicates.add(condition("StringEquals", text("v" + i)));
      predicates.add(condition("StringNotEqualsIfExists", text("v" + i, "w")));
    }
    for (boolean many : new boolean[] {false, true}) {
      Axis axis = new Axis(domain(Domain.Kind.TEXT, many), predicates.subList(0, 6), 1);
      assertBitsAreTrue(axis);
    }
    Axis wide = new Axis(domain(Domain.Kind.TEXT, false), predicates, 2);
    assertThat(wide.atoms()).as("each value, w, and another or absent").hasSize(72);
    assertBitsAreTrue(wide);
  }

  @Test
  void anAxisThatTakesTooMuchStaysUnsplit() {
    Predicate one = condition("StringEquals", text("abc"));
    Axis axis = new Axis(domain(Domain.Kind.TEXT, false), List.of(one), 2, Effort.of(1));
    assertThat(axis.isSplit()).isFalse();
    assertThat(axis.isComplete()).as("single values can be looked for").isTrue();
    List<Predicate> letters = new ArrayList<>();
    for (char c = 'a'; c <= 'l'; c++) {
      letters.add(condition("ForAnyValue:StringEquals", text(String.valueOf(c))));
    }
    Axis sets = new Axis(domain(Domain.Kind.TEXT, true), letters, 1);
    assertThat(sets.isSplit()).isFalse();
    assertThat(sets.isComplete()).isFalse();
  }

  @Test
  void whatIsGivenIsTheOnlyAtom() {
    Predicate one = condition("StringEquals", text("a"));
    Axis given = new Axis(Domain.of(List.of("a")), List.of(one), 1);
    assertThat(given.atoms()).containsExactly(new Axis.Atom(List.of("a"), List.of("a")));
    assertThat(values(given, one)).containsExactly(List.of("a"));
    assertThat(given.domain()).isEqualTo(Domain.of(List.of("a")));
    assertThat(given.predicates()).containsExactly(one);
    Axis nothing = new Axis(Domain.NOTHING, List.of(one), 1);
    assertThat(nothing.atoms()).containsExactly(new Axis.Atom(null, List.of()));
    assertThat(nothing.isSplit()).isTrue();
    assertThat(nothing.isComplete()).isTrue();
  }

  @Test
  void patternsOfADomainLimitItsCandidates() {
    Predicate more = condition("NumericGreaterThan", number(ValueTest.Ordered.Order.GREATER, "1"));
    List<Pattern> five = List.of(Pattern.literal("0"), Pattern.literal("5"));
    Domain few = new Domain(false, true, Domain.Kind.NUMBER, five, false, List.of());
    Axis axis = new Axis(few, List.of(more), 1);
    assertThat(values(axis, more)).containsExactly(List.of("5"));
    assertThat(axis.atoms()).hasSize(2);
    assertThat(axis.isComplete()).isTrue();
    List<Pattern> ending = List.of(Pattern.anything().then("5"));
    Domain open = new Domain(false, true, Domain.Kind.NUMBER, ending, false, List.of());
    assertThat(new Axis(open, List.of(more), 1).isComplete()).isFalse();
    List<Pattern> start = List.of(Pattern.literal("t").then(Pattern.anything()));
    Axis bool =
        new Axis(new Domain(false, true, Domain.Kind.BOOL, start, false, List.of()), List.of(), 1);
    assertThat(bool.atoms()).extracting(Axis.Atom::values).containsExactly(List.of("true"));
    assertThat(bool.isComplete()).isTrue();
  }

  @Test
  void anAtomKeepsAsManyTextsAsAskedFor() {
    Predicate a = condition("StringEquals", text("a"));
    Predicate b = condition("StringEquals", text("b"));
    Predicate either = condition("StringEquals", text("a", "b"));
    for (int texts = 1; texts < 4; texts++) {
      Axis axis = new Axis(domain(Domain.Kind.TEXT, false), List.of(either), texts);
      assertThat(axis.atoms().get(0).texts()).hasSize(texts);
      Axis numbers = new Axis(domain(Domain.Kind.INTEGER, false), List.of(), texts);
      assertThat(numbers.atoms().get(0).texts()).hasSize(Math.min(2, texts));
    }
    assertThat(new Axis(domain(Domain.Kind.TEXT, false), List.of(a, b), 1).atoms()).hasSize(3);
  }

  @Test
  void aPredicateThatItWasNotMadeOfIsAFault() {
    Axis axis = new Axis(domain(Domain.Kind.TEXT, false), List.of(), 1);
    Predicate other = condition("StringEquals", text("a"));
    assertThatThrownBy(() -> axis.bits(other, true)).isInstanceOf(IllegalStateException.class);
  }
}
