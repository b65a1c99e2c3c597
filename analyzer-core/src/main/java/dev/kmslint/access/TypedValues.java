package dev.kmslint.access;

import dev.kmslint.policy.ConditionOperator.Base;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Compares numbers, dates, addresses and binary values. The answer is {@link Truth#MAYBE} for a
 * policy value that is none of its type: AWS does not say what it does with those.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
public final class TypedValues {
  private TypedValues() {}

  static Truth compare(Base base, String inPolicy, String inRequest) {
    return switch (base.family()) {
      case NUMERIC -> ordered(base, number(inPolicy), number(inRequest));
      case DATE -> ordered(base, isYear(inPolicy) ? null : date(inPolicy), date(inRequest));
      case IP -> address(inPolicy, inRequest);
      case BINARY -> binary(inPolicy, inRequest);
      default -> throw new IllegalArgumentException(base.word());
    };
  }

  private static <T extends Comparable<T>> Truth ordered(
      Base base, @Nullable T inPolicy, @Nullable T inRequest) {
    if (inPolicy == null) {
      return Truth.MAYBE;
    }
    if (inRequest == null) {
      return Truth.NO;
    }
    int sign = inRequest.compareTo(inPolicy);
    return Truth.of(
        switch (base) {
          case NUMERIC_LESS_THAN, DATE_LESS_THAN -> sign < 0;
          case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> sign <= 0;
          case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> sign > 0;
          case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> sign >= 0;
          default -> sign == 0;
        });
  }

  private static Truth address(String inPolicy, String inRequest) {
    AddressRange range = AddressRange.parse(inPolicy);
    if (range == null) {
      return Truth.MAYBE;
    }
    AddressRange address = AddressRange.parse(inRequest);
    return Truth.of(address != null && range.contains(address));
  }

  private static Truth binary(String inPolicy, String inRequest) {
    byte[] expected = bytes(inPolicy);
    if (expected == null) {
      return Truth.MAYBE;
    }
    return Truth.of(Arrays.equals(expected, bytes(inRequest)));
  }

  /** The bytes that base64 text stands for; null when it is none. */
  public static byte @Nullable [] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The number that text stands for; null when it is none. */
  public static @Nullable BigDecimal number(String text) {
    if (text.length() > 100) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > 1000 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The moment that ISO 8601 text or a count of seconds since 1970 stands for; null otherwise. */
  public static @Nullable Instant date(String text) {
    try {
      if (isDigits(text)) {
        return text.length() > 12 ? null : Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether it may be a year or seconds: AWS takes both and does not say which it is then. */
  private static boolean isYear(String text) {
    return text.length() == 4 && isDigits(text);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
