package dev.kmslint.access.exact.atom;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that stand for all values of a kind, for kinds whose tests have limits: every limit, and
 * one value in every gap between them.
 */
final class Candidates {
  private Candidates() {}

  static Set<String> of(Domain domain, List<ValueTest> tests) {
    Set<String> values = new LinkedHashSet<>();
    switch (domain.kind()) {
      case BOOL:
        values.add("true");
        values.add("false");
        break;
      case ADDRESS:
        addresses(tests, values);
        break;
      case BINARY:
        binaries(tests, values);
        break;
      case TEXT:
        literals(tests, values);
        break;
      default:
        numbers(domain.kind(), tests, values);
    }
    return values;
  }

  /** The texts of literal tests, and one that none of them names. */
  private static void literals(List<ValueTest> tests, Set<String> values) {
    for (ValueTest test : tests) {
      if (test instanceof ValueTest.Text text) {
        for (Pattern pattern : text.patterns()) {
          values.add(pattern.text());
        }
      }
    }
    String other = "x";
    while (values.contains(other)) {
      other += "x";
    }
    values.add(other);
  }

  private static void binaries(List<ValueTest> tests, Set<String> values) {
    Set<ByteBuffer> known = new HashSet<>();
    for (ValueTest test : tests) {
      if (test instanceof ValueTest.Binary binary) {
        for (String value : binary.values()) {
          values.add(value);
          known.add(ByteBuffer.wrap(Objects.requireNonNull(Values.binary(value))));
        }
      }
    }
    byte[] other = new byte[1];
    while (known.contains(ByteBuffer.wrap(other))) {
      other = new byte[other.length + 1];
    }
    values.add(Base64.getEncoder().encodeToString(other));
  }

  private static void numbers(Domain.Kind kind, List<ValueTest> tests, Set<String> values) {
    TreeSet<BigDecimal> limits = new TreeSet<>();
    for (ValueTest test : tests) {
      if (test instanceof ValueTest.Ordered number) {
        limits.addAll(number.limits());
      }
    }
    List<BigDecimal> points = new ArrayList<>();
    BigDecimal before = null;
    for (BigDecimal limit : limits) {
      points.add(
          before == null
              ? limit.subtract(BigDecimal.ONE)
              : before.add(limit).divide(BigDecimal.valueOf(2)));
      points.add(limit);
      before = limit;
    }
    points.add(before == null ? BigDecimal.ONE : before.add(BigDecimal.ONE));
    if (kind == Domain.Kind.EPOCH) {
      points.add(BigDecimal.ZERO); // limits before it leave no other value in the gap up to it
    }
    boolean whole = kind == Domain.Kind.INTEGER || kind == Domain.Kind.EPOCH;
    for (BigDecimal point : points) {
      BigDecimal floor = point.setScale(0, RoundingMode.FLOOR);
      if (kind == Domain.Kind.EPOCH && floor.signum() < 0) {
        continue;
      }
      if (!whole) {
        values.add(text(kind, point));
      } else {
        values.add(text(kind, floor));
        values.add(text(kind, floor.add(BigDecimal.ONE)));
      }
    }
  }

  private static String text(Domain.Kind kind, BigDecimal number) {
    if (kind == Domain.Kind.DATE) {
      return Values.dateText(number);
    }
    return number.stripTrailingZeros().toPlainString();
  }

  private static void addresses(List<ValueTest> tests, Set<String> values) {
    for (int bits : new int[] {32, 128}) {
      TreeSet<BigInteger> starts = new TreeSet<>();
      BigInteger end = BigInteger.ONE.shiftLeft(bits);
      starts.add(BigInteger.ZERO);
      for (ValueTest test : tests) {
        if (test instanceof ValueTest.Address address) {
          for (AddressBlock block : address.blocks()) {
            if (block.bits() == bits) {
              starts.add(block.first());
              starts.add(block.last().add(BigInteger.ONE));
            }
          }
        }
      }
      for (BigInteger start : starts) {
        if (start.compareTo(end) < 0) {
          values.add(AddressBlock.text(bits, start));
        }
      }
    }
  }
}
