package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final String ZEROS = "0".repeat(100);

  @ParameterizedTest
  @CsvSource({"7, 7", "-0.50, -0.5", "+1, 1", "1e3, 1000", "1e1000, 1e1000", "1e-1000, 1e-1000"})
  void aNumberIsReadInEveryNotation(String text, BigDecimal number) {
    assertThat(Values.number(text)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "seven", "1,5", "0x1", "1e1001", "1e-1001", "1e2147483648"})
  void whatIsNoNumberOrTooLongIsNone(String text) {
    assertThat(Values.number(text)).isNull();
    assertThat(Values.number("1" + ZEROS)).isNull();
    assertThat(Values.number(ZEROS)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "2023-11-14T22:13:20Z, 1700000000",
    "2023-11-14T23:13:20+01:00, 1700000000",
    "2023-11-14T22:13Z, 1699999980",
    "2023-11-14T22:13:20.5Z, 1700000000.5",
    "1969-12-31T23:59:59.75Z, -0.25",
    "2023-11-14, 1699920000",
    "1700000000, 1700000000",
    "3000, 3000",
    "0, 0",
    "999999999999, 999999999999",
  })
  void aDateIsACountOfSecondsHoweverItIsWritten(String text, BigDecimal seconds) {
    assertThat(Values.date(text)).isEqualByComparingTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2023-11",
        "2023-11-31",
        "2023-11-14T22:13:20",
        "-1",
        "1.5",
        "1000000000000"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(Values.date(text)).isNull();
    assertThat(Values.date("2023-11-14T22:13:20." + ZEROS + "Z")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2023, true", "0000, true", "202, false", "20230, false", "20x3, false"})
  void fourDigitsCanBeAYear(String text, boolean year) {
    assertThat(Values.canBeYear(text)).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "1700000000.5, 2023-11-14T22:13:20.500Z",
    "-0.25, 1969-12-31T23:59:59.750Z",
    "1E+30, 1000000000000000000000000000000",
    "253402300800, +10000-01-01T00:00:00Z",
    "1E+18, 1000000000000000000",
  })
  void aDateIsShownAsPeopleReadIt(BigDecimal seconds, String text) {
    assertThat(Values.dateText(seconds)).isEqualTo(text);
  }

  @Test
  void bytesAreReadWithAndWithoutPadding() {
    assertThat(Values.binary("a21z")).asString().isEqualTo("kms");
    assertThat(Values.binary("AQ==")).containsExactly(1);
    assertThat(Values.binary("AQ")).containsExactly(1);
    assertThat(Values.binary("")).isEmpty();
    assertThat(Values.binary("not base 64")).isNull();
  }
}
