package dev.kmslint.access.exact.atom;

import static dev.kmslint.access.exact.atom.SmallTexts.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of texts against the patterns themselves. */
class TextSplitterTest {
  private static final String CHARACTERS = "abAB:x/0-@ \u00e9";

  /** Something to walk, and where random walks lead. */
  private static final class Walk {
    private final List<Pattern> domain;
    private final List<ValueTest.Text> tests;
    private final TextSplitter splitter;

    Walk(List<Pattern> domain, List<ValueTest.Text> tests) {
      this.domain = domain;
      this.tests = tests;
      this.splitter = new TextSplitter(domain, tests);
    }

    static Walk random(long seed) {
      Random random = new Random(seed);
      return new Walk(SmallTexts.domain(random), SmallTexts.tests(random, 4));
    }

    static Walk anything(String... globs) {
      return new Walk(Domain.ANY_TEXT, List.of(test(globs)));
    }

    /** The state of a text; null where no text of the domain starts so. */
    int @Nullable [] to(String text) {
      int[] state = splitter.start();
      for (int i = 0; i < text.length() && state != null; i++) {
        state = splitter.step(state, text.charAt(i));
      }
      return state;
    }

    int[] at(String text) {
      return Objects.requireNonNull(to(text));
    }
  }

  @Property(tries = 200)
  void aStateKnowsWhatItsTextsMatch(@ForAll long seed) {
    Walk walk = Walk.random(seed);
    for (String text : SmallTexts.ALL) {
      int[] state = walk.to(text);
      boolean inDomain = SmallTexts.isIn(walk.domain, text);
      assertThat(state != null && walk.splitter.isInDomain(state)).as(text).isEqualTo(inDomain);
      if (state != null) {
        assertThat(walk.splitter.truths(state))
            .as(text)
            .isEqualTo(SmallTexts.truths(walk.tests, text));
      }
    }
  }

  @Property(tries = 100)
  void whatIsForeverMatchesWhateverFollows(@ForAll long seed) {
    Walk walk = Walk.random(seed);
    BitSet given = BitSet.valueOf(new long[] {seed & 0xf}).get(0, walk.tests.size());
    for (String start : SmallTexts.ALL) {
      int[] state = start.length() > 2 ? null : walk.to(start);
      if (state != null && walk.splitter.isForever(state, given)) {
        assertThat(SmallTexts.ALL)
            .filteredOn(text -> text.startsWith(start))
            .allMatch(text -> SmallTexts.truths(walk.tests, text).intersects(given));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a, true", "ab, true", "b, false", "'', false"})
  void aTestIsForeverFromItsLastStarOn(String text, boolean forever) {
    Walk walk = new Walk(Domain.ANY_TEXT, List.of(test("b"), test("a*")));
    BitSet second = BitSet.valueOf(new long[] {2});
    BitSet first = BitSet.valueOf(new long[] {1});
    assertThat(walk.splitter.isForever(walk.at(text), second)).isEqualTo(forever);
    assertThat(walk.splitter.isForever(walk.at(text), first)).isFalse();
  }

  @Property(tries = 200)
  void everyCharacterLeadsWhereOneOfTheSymbolsLeads(@ForAll long seed) {
    Walk walk = Walk.random(seed);
    for (String start : SmallTexts.ALL.subList(0, 85)) {
      int[] state = walk.to(start);
      if (state == null) {
        continue;
      }
      String symbols = walk.splitter.symbols(state, 1);
      assertThat(symbols.chars().distinct().count()).isEqualTo(symbols.length());
      List<@Nullable List<Integer>> ends = new ArrayList<>();
      for (int i = 0; i < symbols.length(); i++) {
        char symbol = symbols.charAt(i);
        ends.add(places(walk.splitter.step(state, symbol)));
      }
      for (int i = 0; i < CHARACTERS.length(); i++) {
        char c = CHARACTERS.charAt(i);
        List<Integer> end = places(walk.splitter.step(state, c));
        assertThat(end == null || ends.contains(end)).as("%s then %s", start, c).isTrue();
      }
    }
  }

  private static @Nullable List<Integer> places(int @Nullable [] state) {
    return state == null ? null : java.util.Arrays.stream(state).boxed().toList();
  }

  @Test
  void noTextGoesOnOutsideOfTheDomain() {
    Walk walk = new Walk(List.of(Pattern.literal("ab")), List.of(test("*")));
    assertThat(walk.to("a")).isNotNull();
    assertThat(walk.to("b")).isNull();
    assertThat(walk.to("abb")).isNull();
  }

  @Test
  void symbolsAreThoseThatTheDomainGoesOnWith() {
    Walk walk =
        new Walk(
            List.of(Pattern.literal("ab"), Pattern.literal("ac"), Pattern.literal("b")),
            List.of(test("x*")));
    assertThat(walk.splitter.symbols(walk.at(""), 2)).isEqualTo("ab");
    assertThat(walk.splitter.symbols(walk.at("a"), 2)).isEqualTo("bc");
    assertThat(walk.splitter.symbols(walk.at("ab"), 2)).isEmpty();
    Walk either = new Walk(List.of(Pattern.literal("ab:").ignoringCase()), List.of());
    assertThat(either.splitter.symbols(either.at(""), 1)).isEqualTo("aA");
    assertThat(either.splitter.symbols(either.at("aB"), 1)).isEqualTo(":");
  }

  @Test
  void symbolsAreThoseOfTheTestsAndSomeOfEachGroup() {
    Walk walk = Walk.anything("q*", "x");
    assertThat(walk.splitter.symbols(walk.at(""), 1)).startsWith("qx-0").hasSize(11);
    assertThat(walk.splitter.symbols(walk.at(""), 2)).startsWith("qx-a01").hasSize(17);
    Walk digits = new Walk(List.of(Pattern.literal("").then(Pattern.one(Chars.DIGIT))), List.of());
    assertThat(digits.at("7")).isEqualTo(digits.at("0"));
    assertThat(digits.to("x")).isNull();
  }

  @Test
  void equalPatternsAreWalkedOnce() {
    assertThat(new Walk(Domain.ANY_TEXT, List.of(test("a*b"), test("a*b"))).at("ab"))
        .isEqualTo(Walk.anything("a*b").at("ab"));
  }

  @Test
  void whereAPatternTakesEveryRestTheOthersOfItsTestSayNothingMore() {
    Walk one = Walk.anything("a*", "*b", "ac");
    assertThat(one.at("a")).isEqualTo(one.at("ab")).isEqualTo(one.at("acb"));
    assertThat(one.at("b")).isNotEqualTo(one.at("c"));
    assertThat(Walk.anything("", "*").at("")).isEqualTo(Walk.anything("", "*").at("a"));
    Walk two = new Walk(Domain.ANY_TEXT, List.of(test("a*", "*b"), test("*b")));
    assertThat(two.at("a")).isNotEqualTo(two.at("ab"));
  }

  @Test
  void aStarCoversThePlacesBeforeItWhoseCharactersItTakes() {
    int domain = 2; // a star, and the end behind it
    assertThat(Walk.anything("*a*b").at("xa")).hasSize(domain + 2);
    assertThat(Walk.anything("*a*b").at("xx")).hasSize(domain + 2);
    Pattern within = Pattern.literal(":").then(Pattern.star(Chars.NO_COLON)).then("b");
    Walk walk =
        new Walk(
            Domain.ANY_TEXT,
            List.of(new ValueTest.Text(List.of(Pattern.of(Glob.of("*")).then(within)))));
    assertThat(walk.at("a:")).as("a colon can come again").hasSize(domain + 4);
  }

  @Test
  void aStateIsFoundAgainByItsPlaces() {
    TextSplitter.StateKey key = new TextSplitter.StateKey(new int[] {1, 2});
    assertThat(key)
        .isEqualTo(new TextSplitter.StateKey(new int[] {1, 2}))
        .hasSameHashCodeAs(new TextSplitter.StateKey(new int[] {1, 2}))
        .isNotEqualTo(new TextSplitter.StateKey(new int[] {1, 3}))
        .isNotEqualTo(new TextSplitter.StateKey(new int[] {0, 33}))
        .isNotEqualTo("1, 2");
  }
}
