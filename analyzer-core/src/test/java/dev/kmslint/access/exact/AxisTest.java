package dev.kmslint.access.exact;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void datesAreOnOneLineHoweverTheyAreWritten() {
    assertThat(Values.date("2023-11-14T22:13:20Z")).isEqualByComparingTo("1700000000");
    assertThat(Values.date("2023-11-14")).isEqualByComparingTo("1699920000");
    assertThat(Values.date("1700000000")).isEqualByComparingTo("1700000000");
    assertThat(Values.date("soon")).isNull();
    assertThat(Values.dateText(new BigDecimal("1700000000.5")))
        .isEqualTo("2023-11-14T22:13:20.500Z");
  }

  @Test
  void blocksOfAddressesAreReadAsAwsWritesThem() {
    AddressBlock block = Objects.requireNonNull(AddressBlock.parse("203.0.113.77/24"));
    assertThat(block.contains(Objects.requireNonNull(AddressBlock.parse("203.0.113.1")))).isTrue();
    assertThat(block.contains(Objects.requireNonNull(AddressBlock.parse("203.0.113.255"))))
        .isTrue();
    assertThat(block.contains(Objects.requireNonNull(AddressBlock.parse("203.0.113.0")))).isTrue();
    assertThat(block.contains(Objects.requireNonNull(AddressBlock.parse("203.0.114.1")))).isFalse();
    AddressBlock upper = Objects.requireNonNull(AddressBlock.parse("2001:DB8:1234:5678::/64"));
    assertThat(upper.contains(Objects.requireNonNull(AddressBlock.parse("2001:db8:1234:5678::9"))))
        .isTrue();
    for (String text : List.of("1.2.3", "1.2.3.256", "1.2.3.4/33", "::1::", "1:2", "x", "")) {
      assertThat(AddressBlock.parse(text)).as(text).isNull();
    }
  }
}
