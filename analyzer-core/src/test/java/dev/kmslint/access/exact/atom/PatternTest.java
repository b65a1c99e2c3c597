package dev.kmslint.access.exact.atom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns against regular expressions, on every text over a small alphabet. */
class PatternTest {
  private static final String ALPHABET = "aA0:/\n";
  private static final List<String> TEXTS = texts();
  private static final int[] CLASSES = {
    Chars.ANY, Chars.NO_COLON, Chars.NO_SLASH, Chars.DIGIT, Chars.NAME, Chars.PATH, Chars.FIELD
  };

  private static List<String> texts() {
    List<String> all = new ArrayList<>(List.of(""));
    for (int i = 0; all.get(i).length() < 4; i++) {
      for (int k = 0; k < ALPHABET.length(); k++) {
        char c = ALPHABET.charAt(k);
        all.add(all.get(i) + c);
      }
    }
    return all;
  }

  /** A pattern, and a regular expression that says the same. */
  private record Pair(Pattern pattern, String regex) {
    static Pair random(Random random) {
      Pair pair = new Pair(Pattern.literal(""), "");
      for (int i = random.nextInt(5); i > 0; i--) {
        int charClass = CLASSES[random.nextInt(CLASSES.length)];
        char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        pair =
            switch (random.nextInt(4)) {
              case 0 -> pair.then(Pattern.one(charClass), CharsTest.CLASSES.get(charClass));
              case 1 -> pair.then(Pattern.star(charClass), CharsTest.CLASSES.get(charClass) + "*");
              default -> new Pair(pair.pattern.then(String.valueOf(c)), pair.regex + c);
            };
      }
      return pair;
    }

    private Pair then(int token, String more) {
      return new Pair(pattern.then(token), regex + more);
    }

    List<String> matching() {
      java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(regex);
      return TEXTS.stream().filter(text -> compiled.matcher(text).matches()).toList();
    }
  }

  private static List<String> matching(Pattern pattern) {
    return TEXTS.stream().filter(pattern::matches).toList();
  }

  private static Pattern glob(String text) {
    return Pattern.of(Glob.of(text));
  }

  @RepeatedTest(100)
  void aPatternMatchesWhatItsTokensSay(RepetitionInfo repetition) {
    Pair pair = Pair.random(new Random(repetition.getCurrentRepetition()));
    assertThat(matching(pair.pattern())).isEqualTo(pair.matching());
  }

  @RepeatedTest(50)
  void onePatternFollowsAnother(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Pair first = Pair.random(random);
    Pair second = Pair.random(random);
    Pair both = new Pair(first.pattern().then(second.pattern()), first.regex() + second.regex());
    assertThat(matching(both.pattern())).isEqualTo(both.matching());
    assertThat(both.pattern().length())
        .isEqualTo(first.pattern().length() + second.pattern().length());
  }

  @RepeatedTest(50)
  void aGlobAndItsPatternMatchTheSame(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append("aA:*?".charAt(random.nextInt(5)));
    }
    List<String> texts = TEXTS.stream().filter(each -> each.indexOf(Chars.SEPARATOR) < 0).toList();
    for (Glob glob : List.of(Glob.of(text.toString()), Glob.of("a" + text).boundToSegments())) {
      assertThat(texts).filteredOn(Pattern.of(glob)::matches).isEqualTo(matching(glob, texts));
    }
  }

  private static List<String> matching(Glob glob, List<String> texts) {
    return texts.stream().filter(glob::matches).toList();
  }

  @RepeatedTest(50)
  void caseCanBeIgnored(RepetitionInfo repetition) {
    Pair pair = Pair.random(new Random(repetition.getCurrentRepetition()));
    // Only the letters of the pattern: a class is not widened.
    Pair ignoring = new Pair(pair.pattern().ignoringCase(), ignoringCase(pair.regex()));
    assertThat(matching(ignoring.pattern())).isEqualTo(ignoring.matching());
  }

  private static String ignoringCase(String regex) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      text.append(depth == 0 && Character.isLetter(c) ? "[aA]" : String.valueOf(c));
    }
    return text.toString();
  }

  @RepeatedTest(100)
  void aPatternWithinAClassMatchesItsTextsThatAreMadeOfTheClass(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int charClass = CLASSES[random.nextInt(CLASSES.length)];
    Pair pair = Pair.random(random);
    List<String> inside =
        pair.matching().stream()
            .filter(text -> text.chars().allMatch(c -> Chars.in(charClass, c)))
            .toList();
    if (!pair.pattern().canBeWithin(charClass)) {
      assertThat(inside).isEmpty();
    } else if (eachWildcardIsWithinOrAny(pair.pattern(), charClass)) {
      assertThat(matching(pair.pattern().within(charClass))).isEqualTo(inside);
    }
  }

  private static boolean eachWildcardIsWithinOrAny(Pattern pattern, int charClass) {
    for (int i = 0; i < pattern.length(); i++) {
      int token = pattern.token(i);
      boolean any = token == Pattern.one(Chars.ANY) || token == Pattern.star(Chars.ANY);
      for (char c = 0; c < 0x80 && token < 0 && !any; c++) {
        if (Pattern.accepts(token, c) && !Chars.in(charClass, c)) {
          return false;
        }
      }
    }
    return true;
  }

  @RepeatedTest(50)
  void aStarReachesBackOverWhatItTakesItself(RepetitionInfo repetition) {
    Pattern pattern = Pair.random(new Random(repetition.getCurrentRepetition())).pattern();
    for (int star = 0; star < pattern.length(); star++) {
      int reach = star;
      while (Pattern.isStar(pattern.token(star)) && reach > 0 && takes(pattern, star, reach - 1)) {
        reach--;
      }
      assertThat(pattern.reach(star)).as("place %d of %s", star, pattern).isEqualTo(reach);
    }
  }

  private static boolean takes(Pattern pattern, int star, int place) {
    for (char c = 0; c < 0x100; c++) {
      if (Pattern.accepts(pattern.token(place), c) && !Pattern.accepts(pattern.token(star), c)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aStarOfAnythingReachesOverLettersOfEitherCase() {
    assertThat(glob("aB*").ignoringCase().reach(2)).isZero();
    assertThat(Pattern.literal("a").ignoringCase().then(Pattern.star(Chars.NO_COLON)).reach(1))
        .isEqualTo(1);
  }

  @RepeatedTest(50)
  void aTextIsSplitAtACharacterInEveryWay(RepetitionInfo repetition) {
    Pattern pattern = Pair.random(new Random(repetition.getCurrentRepetition())).pattern();
    List<Pattern[]> ways = pattern.splitAt(':');
    for (String text : TEXTS) {
      for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
        String before = text.substring(0, i);
        String after = text.substring(i + 1);
        assertThat(ways.stream().anyMatch(way -> way[0].matches(before) && way[1].matches(after)))
            .as("%s of %s", text, pattern)
            .isEqualTo(pattern.matches(text));
      }
    }
  }

  @RepeatedTest(50)
  void equalPatternsAndTheyAloneShareTheirSignature(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Pattern one = Pair.random(random).pattern();
    Pattern same = Pattern.literal("").then(one);
    Pattern other = Pair.random(random).pattern();
    assertThat(same).isEqualTo(one).hasSameHashCodeAs(one).isNotEqualTo(one.toString());
    assertThat(same.signature()).isEqualTo(one.signature());
    assertThat(one.signature().equals(other.signature())).isEqualTo(one.equals(other));
  }

  @Test
  void aSignatureTellsLiteralsFromWildcards() {
    assertThat(Pattern.literal("*").signature()).isEqualTo("\"*\"");
    assertThat(glob("*").signature()).isEqualTo("[-2]");
    assertThat(glob("*")).isEqualTo(Pattern.anything()).isNotEqualTo(Pattern.literal("*"));
    assertThat(Pattern.literal("a").hashCode()).isNotEqualTo(Pattern.literal("b").hashCode());
  }

  @ParameterizedTest
  @CsvSource({"aB, true", "'', true", "a*, false", "?, false"})
  void aLiteralHasNoWildcard(String text, boolean literal) {
    assertThat(glob(text).isLiteral()).isEqualTo(literal);
    assertThat(Pattern.literal(text).isLiteral()).isTrue();
    assertThat(Pattern.literal(text).text()).isEqualTo(text);
  }

  @Test
  void onlyLettersMakeALiteralIgnoreCase() {
    assertThat(Pattern.literal("1:/").ignoringCase()).isEqualTo(Pattern.literal("1:/"));
    assertThat(Pattern.literal("1a").ignoringCase().isLiteral()).isFalse();
    assertThat(Pattern.literal("A\u0416").ignoringCase().ignoringCase())
        .isEqualTo(Pattern.literal("a\u0436").ignoringCase());
    assertThat(Pattern.literal("A").ignoringCase().canBeWithin(Chars.NAME)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a*, 1, true", "a*, 0, false", "a*, 2, false", "*a, 0, false", "a?, 1, false"})
  void anEndIsOpenWhereALastStarOfAnythingIsReached(String glob, int place, boolean open) {
    assertThat(glob(glob).isOpenEnd(place)).isEqualTo(open);
    assertThat(glob(glob).within(Chars.NO_COLON).isOpenEnd(place)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a*b, axyb", "*?*, xyxxy", "ab, ab", "A*, Axy"})
  void aSampleHasATextForEveryStar(String glob, String sample) {
    assertThat(glob(glob).sample("xy")).isEqualTo(sample);
    assertThat(glob(glob).ignoringCase().sample("xy")).isEqualToIgnoringCase(sample);
    assertThat(glob(glob).ignoringCase().matches(glob(glob).ignoringCase().sample("xy"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"*, xy", "a*b, axyb", "?*b*, ?xyb*"})
  void aTextTakesThePlaceOfTheFirstStar(String glob, String filled) {
    assertThat(glob(glob).withFirstStar("xy")).isEqualTo(glob(filled));
  }

  @Test
  void itIsShownAsAPolicyWritesIt() {
    assertThat(glob("a*?B")).hasToString("a*?B");
    assertThat(Pattern.literal("aB").ignoringCase()).hasToString("ab");
  }

  @Test
  void theZeroCharacterIsACharacterLikeOthers() {
    Pattern zero = Pattern.literal("\0");
    assertThat(zero.isLiteral()).isTrue();
    assertThat(zero.then(Pattern.star(Chars.NAME)).reach(1)).isEqualTo(1);
    Pattern both = zero.then(Pattern.one(Chars.ANY));
    assertThat(both.matches("\0a")).isTrue();
    assertThat(both.matches("a")).isFalse();
    assertThat(both.canBeWithin(Chars.DIGIT)).isFalse();
    assertThat(both.within(Chars.DIGIT).matches("\0" + "1")).isTrue();
    assertThat(both.sample("x")).isEqualTo("\0x");
    assertThat(both).hasToString("\0?");
  }
}
