package dev.kmslint.access.exact.atom;

import java.math.BigDecimal;
import java.util.List;

/** A set of values: those that one list of a policy names. Compared by identity. */
public sealed interface ValueTest {
  /** Whether a value of a request is in the set. */
  boolean matches(String value);

  /** The texts that match a pattern. */
  final class Text implements ValueTest {
    private final List<Pattern> patterns;

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("{");
      for (Pattern pattern : patterns) {
        text.append(pattern.signature()).append(';');
      }
      return text.append('}').toString();
    }

    public Text(List<Pattern> patterns) {
      this.patterns = List.copyOf(patterns);
    }

    public List<Pattern> patterns() {
      return patterns;
    }

    boolean isLiteral() {
      for (Pattern pattern : patterns) {
        if (!pattern.isLiteral()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean matches(String value) {
      for (Pattern pattern : patterns) {
        if (pattern.matches(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The numbers, or points in time in seconds, that compare so with one of the limits. */
  final class Ordered implements ValueTest {
    /** The comparisons. */
    enum Order {
      EQUAL,
      LESS,
      LESS_OR_EQUAL,
      GREATER,
      GREATER_OR_EQUAL
    }

    private final Order order;
    private final List<BigDecimal> limits;
    private final boolean date;

    Ordered(Order order, List<BigDecimal> limits, boolean date) {
      this.order = order;
      this.limits = List.copyOf(limits);
      this.date = date;
    }

    @Override
    public String toString() {
      return order.name() + limits + date;
    }

    List<BigDecimal> limits() {
      return limits;
    }

    @Override
    public boolean matches(String value) {
      BigDecimal number = date ? Values.date(value) : Values.number(value);
      if (number == null) {
        return false;
      }
      for (BigDecimal limit : limits) {
        int way = number.compareTo(limit);
        boolean holds =
            switch (order) {
              case EQUAL -> way == 0;
              case LESS -> way < 0;
              case LESS_OR_EQUAL -> way <= 0;
              case GREATER -> way > 0;
              case GREATER_OR_EQUAL -> way >= 0;
            };
        if (holds) {
          return true;
        }
      }
      return false;
    }
  }

  /** The addresses in one of the blocks. */
  final class Address implements ValueTest {
    private final List<AddressBlock> blocks;

    Address(List<AddressBlock> blocks) {
      this.blocks = List.copyOf(blocks);
    }

    @Override
    public String toString() {
      return blocks.toString();
    }

    List<AddressBlock> blocks() {
      return blocks;
    }

    @Override
    public boolean matches(String value) {
      AddressBlock address = AddressBlock.parse(value);
      if (address == null) {
        return false;
      }
      for (AddressBlock block : blocks) {
        if (block.contains(address)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The texts whose decoded bytes are the same as those of one of the values. */
  final class Binary implements ValueTest {
    private final List<String> values;

    Binary(List<String> values) {
      this.values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return values.toString();
    }

    List<String> values() {
      return values;
    }

    @Override
    public boolean matches(String value) {
      byte[] bytes = Values.binary(value);
      if (bytes == null) {
        return false;
      }
      for (String each : values) {
        if (java.util.Arrays.equals(bytes, Values.binary(each))) {
          return true;
        }
      }
      return false;
    }
  }
}
