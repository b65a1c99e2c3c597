package dev.kmslint.access.exact.atom;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of conditions.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
final class Values {
  private static final int MAX_LENGTH = 100;
  private static final int MAX_SCALE = 1000;

  private Values() {}

  /** A number; null when the text is none. */
  static @Nullable BigDecimal number(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > MAX_SCALE ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A point in time, in seconds since 1970; null when the text is neither ISO 8601 nor a count. */
  static @Nullable BigDecimal date(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (isDigits(text)) {
        return text.length() > 12 ? null : new BigDecimal(text);
      }
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return BigDecimal.valueOf(instant.getEpochSecond())
          .add(BigDecimal.valueOf(instant.getNano(), 9));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a policy's date may be a year or seconds: AWS takes both and says not which. */
  static boolean canBeYear(String text) {
    return text.length() == 4 && isDigits(text);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A point in time as people read it; whole numbers beyond the calendar stay numbers. */
  static String dateText(BigDecimal seconds) {
    try {
      BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
      long nanos = seconds.subtract(whole).movePointRight(9).longValue();
      return Instant.ofEpochSecond(whole.longValueExact(), nanos).toString();
    } catch (DateTimeException | ArithmeticException e) {
      return seconds.toPlainString();
    }
  }

  /** The bytes of base-64 text; null when it is none. */
  static byte @Nullable [] binary(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
