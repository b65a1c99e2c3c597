package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTestTest {
  private static final ValueTest.Text TEXT =
      new ValueTest.Text(
          List.of(Pattern.literal("a"), Pattern.literal("b").then(Pattern.anything())));
  private static final ValueTest.Address ADDRESS =
      new ValueTest.Address(
          List.of(
              Objects.requireNonNull(AddressBlock.parse("10.0.0.0/8")),
              Objects.requireNonNull(AddressBlock.parse("::/64"))));
  private static final ValueTest.Binary BINARY = new ValueTest.Binary(List.of("AQ==", "Ag"));

  private static ValueTest.Ordered ordered(ValueTest.Ordered.Order order, boolean date) {
    return new ValueTest.Ordered(order, List.of(BigDecimal.ZERO, BigDecimal.TEN), date);
  }

  @ParameterizedTest
  @CsvSource({"a, true", "b, true", "bc, true", "c, false", "ab, false", "'', false"})
  void aTextMatchesOneOfThePatterns(String text, boolean matches) {
    assertThat(TEXT.matches(text)).isEqualTo(matches);
  }

  @Test
  void textsAreLiteralWhenAllPatternsAre() {
    assertThat(TEXT.isLiteral()).isFalse();
    assertThat(new ValueTest.Text(List.of(Pattern.literal("a"))).isLiteral()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL, 0 10, -1 5 11",
    "LESS, -1 0 5, 10 11",
    "LESS_OR_EQUAL, -1 0 5 10, 11",
    "GREATER, 5 10 11, -1 0",
    "GREATER_OR_EQUAL, 0 5 10 11, -1",
  })
  void aNumberComparesWithOneOfTheLimits(
      ValueTest.Ordered.Order order, String matching, String others) {
    ValueTest test = ordered(order, false);
    assertThat(matching.split(" ")).allMatch(test::matches);
    assertThat(others.split(" ")).noneMatch(test::matches);
    assertThat(test.matches("1970-01-01T00:00:05Z")).isFalse();
  }

  @Test
  void aPointInTimeComparesInSeconds() {
    ValueTest test = ordered(ValueTest.Ordered.Order.LESS, true);
    assertThat(test.matches("1970-01-01T00:00:09Z")).isTrue();
    assertThat(test.matches("9")).isTrue();
    assertThat(test.matches("1970-01-01T00:00:10Z")).isFalse();
    assertThat(test.matches("1971")).as("1971 seconds").isFalse();
    assertThat(test.matches("early")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, true",
    "11.1.2.3, false",
    "::1, true",
    "1::1, false",
    "10.0.0.0/7, false",
    "here, false",
  })
  void anAddressIsInOneOfTheBlocks(String address, boolean matches) {
    assertThat(ADDRESS.matches(address)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"AQ==, true", "AQ, true", "Ag==, true", "AQE=, false", "'', false", "=, false"})
  void bytesAreComparedHoweverTheyAreWritten(String text, boolean matches) {
    assertThat(BINARY.matches(text)).isEqualTo(matches);
  }

  /** Doubts are told apart by these texts. */
  @Test
  void setsThatDifferAreWrittenDifferently() {
    assertThat(TEXT).hasToString("{\"a\";[98, -2];}");
    assertThat(ordered(ValueTest.Ordered.Order.LESS, true)).hasToString("LESS[0, 10]true");
    assertThat(ADDRESS).asString().contains("bits=32", "bits=128");
    assertThat(BINARY).hasToString("[AQ==, Ag]");
  }

  @Test
  void whatItIsMadeOfCanBeRead() {
    assertThat(TEXT.patterns()).hasSize(2);
    assertThat(ordered(ValueTest.Ordered.Order.LESS, true).limits())
        .containsExactly(BigDecimal.ZERO, BigDecimal.TEN);
    assertThat(ADDRESS.blocks()).hasSize(2);
    assertThat(BINARY.values()).containsExactly("AQ==", "Ag");
  }
}
