package dev.kmslint.access.exact.atom;

import dev.kmslint.policy.Condition;
import dev.kmslint.policy.ConditionOperator.Base;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a condition on numbers, dates, addresses or bytes.
 *
 * @param unreadable whether one of them is no such value, so that anything may match it
 */
public record TypedValues(ValueTest test, boolean unreadable) {
  public static TypedValues of(Base base, List<Condition.Value> values) {
    return switch (base.family()) {
      case IP -> addresses(values);
      case BINARY -> binaries(values);
      default -> numbers(base, values);
    };
  }

  private static TypedValues addresses(List<Condition.Value> values) {
    List<AddressBlock> blocks = new ArrayList<>();
    boolean unreadable = false;
    for (Condition.Value value : values) {
      AddressBlock block = AddressBlock.parse(value.text());
      if (block == null) {
        unreadable = true;
      } else {
        blocks.add(block);
      }
    }
    return new TypedValues(new ValueTest.Address(blocks), unreadable);
  }

  private static TypedValues binaries(List<Condition.Value> values) {
    List<String> texts = new ArrayList<>();
    boolean unreadable = false;
    for (Condition.Value value : values) {
      if (Values.binary(value.text()) == null) {
        unreadable = true;
      } else {
        texts.add(value.text());
      }
    }
    return new TypedValues(new ValueTest.Binary(texts), unreadable);
  }

  private static TypedValues numbers(Base base, List<Condition.Value> values) {
    boolean date = base.family() == dev.kmslint.policy.ConditionOperator.Family.DATE;
    List<BigDecimal> limits = new ArrayList<>();
    boolean unreadable = false;
    for (Condition.Value value : values) {
      BigDecimal limit = date ? date(value.text()) : Values.number(value.text());
      if (limit == null) {
        unreadable = true;
      } else {
        limits.add(limit);
      }
    }
    return new TypedValues(new ValueTest.Ordered(order(base), limits, date), unreadable);
  }

  private static @Nullable BigDecimal date(String text) {
    return Values.canBeYear(text) ? null : Values.date(text);
  }

  private static ValueTest.Ordered.Order order(Base base) {
    return switch (base) {
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> ValueTest.Ordered.Order.LESS;
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> ValueTest.Ordered.Order.LESS_OR_EQUAL;
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> ValueTest.Ordered.Order.GREATER;
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS ->
          ValueTest.Ordered.Order.GREATER_OR_EQUAL;
      default -> ValueTest.Ordered.Order.EQUAL;
    };
  }
}
