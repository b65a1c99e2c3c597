package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The candidates against many values of their kind. */
class CandidatesTest {
  private static final List<String> WHOLE =
      quarters(-24, 24, 4).map(CandidatesTest::plain).toList();
  private static final List<String> NUMBERS =
      quarters(-24, 24, 1).map(CandidatesTest::plain).toList();
  private static final List<String> DATES = quarters(-24, 24, 1).map(Values::dateText).toList();
  private static final List<String> SECONDS =
      quarters(0, 24, 4).map(CandidatesTest::plain).toList();
  private static final List<String> TEXTS = List.of("", "x", "xx", "y", "other");
  private static final List<String> BYTES = List.of("", "AA==", "AQ==", "AAA=", "AAAA", "AAAAAA==");
  private static final List<String> ADDRESSES =
      IntStream.range(0, 20)
          .boxed()
          .flatMap(i -> Stream.of("0.0.0." + i, "255.255.255." + (236 + i), "::" + i))
          .toList();

  private static Stream<BigDecimal> quarters(int from, int to, int step) {
    return IntStream.rangeClosed(from, to)
        .filter(i -> i % step == 0)
        .mapToObj(i -> new BigDecimal(i).divide(new BigDecimal(4)));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static Set<String> candidates(Domain.Kind kind, List<ValueTest> tests) {
    Domain domain = new Domain(true, true, kind, Domain.ANY_TEXT, false, List.of());
    return Candidates.of(domain, tests);
  }

  private static List<Boolean> truths(List<ValueTest> tests, String value) {
    return tests.stream().map(test -> test.matches(value)).toList();
  }

  private static void assertEachIsLikeACandidate(
      List<String> values, Domain.Kind kind, List<ValueTest> tests) {
    Set<String> candidates = candidates(kind, tests);
    for (String value : values) {
      assertThat(candidates)
          .as("%s of %s", value, tests)
          .anyMatch(candidate -> truths(tests, candidate).equals(truths(tests, value)));
    }
  }

  private static <T> T any(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<ValueTest> ordered(Random random, boolean date) {
    List<ValueTest> tests = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      ValueTest.Ordered.Order order = any(random, List.of(ValueTest.Ordered.Order.values()));
      List<BigDecimal> limits = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        limits.add(new BigDecimal(random.nextInt(17) - 8).divide(new BigDecimal(2)));
      }
      tests.add(new ValueTest.Ordered(order, limits, date));
    }
    return tests;
  }

  @RepeatedTest(100)
  void everyNumberIsLikeACandidate(RepetitionInfo repetition) {
    List<ValueTest> tests = ordered(new Random(repetition.getCurrentRepetition()), false);
    assertEachIsLikeACandidate(NUMBERS, Domain.Kind.NUMBER, tests);
    assertEachIsLikeACandidate(WHOLE, Domain.Kind.INTEGER, tests);
    assertThat(candidates(Domain.Kind.INTEGER, tests)).allMatch(value -> value.matches("-?\\d+"));
  }

  @RepeatedTest(100)
  void everyDateIsLikeACandidate(RepetitionInfo repetition) {
    List<ValueTest> tests = ordered(new Random(repetition.getCurrentRepetition()), true);
    assertEachIsLikeACandidate(DATES, Domain.Kind.DATE, tests);
    assertEachIsLikeACandidate(SECONDS, Domain.Kind.EPOCH, tests);
    assertThat(candidates(Domain.Kind.EPOCH, tests)).allMatch(value -> value.matches("\\d+"));
  }

  @Test
  void timeIsAfterALimitBeforeTheFirstSecond() {
    ValueTest after1969 =
        new ValueTest.Ordered(
            ValueTest.Ordered.Order.GREATER, List.of(new BigDecimal(-86_400)), true);
    assertThat(candidates(Domain.Kind.EPOCH, List.of(after1969))).containsExactly("0", "1");
  }

  @RepeatedTest(50)
  void everyAddressIsLikeACandidate(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<ValueTest> tests = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<AddressBlock> blocks = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        String address = any(random, ADDRESSES);
        int less = random.nextInt(4);
        String block = address + "/" + ((address.indexOf(':') < 0 ? 32 : 128) - less);
        blocks.add(Objects.requireNonNull(AddressBlock.parse(block)));
      }
      tests.add(new ValueTest.Address(blocks));
    }
    assertEachIsLikeACandidate(ADDRESSES, Domain.Kind.ADDRESS, tests);
  }

  @RepeatedTest(50)
  void everyTextAndAllBytesAreLikeACandidate(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<ValueTest> literals = new ArrayList<>();
    List<ValueTest> binaries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      literals.add(
          new ValueTest.Text(
              List.of(Pattern.literal(any(random, TEXTS)), Pattern.literal(any(random, TEXTS)))));
      binaries.add(
          new ValueTest.Binary(List.of(any(random, BYTES), any(random, BYTES).replace("=", ""))));
    }
    assertEachIsLikeACandidate(TEXTS, Domain.Kind.TEXT, literals);
    assertEachIsLikeACandidate(BYTES, Domain.Kind.BINARY, binaries);
  }

  @Test
  void bytesCanBeWrittenInSeveralWays() {
    ValueTest zero = new ValueTest.Binary(List.of("AA", "AB=="));
    assertThat(candidates(Domain.Kind.BINARY, List.of(zero))).contains("AAA=");
  }

  @Test
  void testsOfAnotherKindHaveNoPart() {
    List<ValueTest> tests =
        List.of(
            new ValueTest.Text(List.of(Pattern.literal("y"))),
            new ValueTest.Binary(List.of("AAAA")),
            new ValueTest.Ordered(
                ValueTest.Ordered.Order.LESS, List.of(BigDecimal.valueOf(7)), false),
            new ValueTest.Address(List.of(Objects.requireNonNull(AddressBlock.parse("::7")))));
    assertThat(candidates(Domain.Kind.TEXT, tests)).containsExactly("y", "x");
    assertThat(candidates(Domain.Kind.BINARY, tests)).containsExactly("AAAA", "AA==");
    assertThat(candidates(Domain.Kind.NUMBER, tests)).containsExactly("6", "7", "8");
    assertThat(candidates(Domain.Kind.ADDRESS, tests))
        .containsExactly("0.0.0.0", "0:0:0:0:0:0:0:0", "0:0:0:0:0:0:0:7", "0:0:0:0:0:0:0:8");
  }

  @Test
  void trueAndFalseAreAll() {
    assertThat(candidates(Domain.Kind.BOOL, List.of())).containsExactly("true", "false");
  }

  @Test
  void valuesAreWrittenShortly() {
    ValueTest test =
        new ValueTest.Ordered(
            ValueTest.Ordered.Order.LESS, List.of(new BigDecimal("1E2"), BigDecimal.ZERO), false);
    assertThat(candidates(Domain.Kind.NUMBER, List.of(test)))
        .containsExactly("-1", "0", "50", "100", "101");
    assertThat(candidates(Domain.Kind.DATE, List.of(test)))
        .contains("1970-01-01T00:00:00Z", "1970-01-01T00:00:50Z");
    assertThat(candidates(Domain.Kind.NUMBER, List.of())).containsExactly("1");
    assertThat(candidates(Domain.Kind.ADDRESS, List.of()))
        .containsExactly("0.0.0.0", "0:0:0:0:0:0:0:0");
  }
}
