package dev.kmslint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  private static final List<String> SMALL_WORLD = smallWorld();

  private static List<String> smallWorld() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; texts.get(i).length() < 5; i++) {
      for (char c : new char[] {'a', 'b', ':'}) {
        texts.add(texts.get(i) + c);
      }
    }
    return texts;
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abd, false",
    "a*c, ac, true",
    "a*c, abbc, true",
    "a*c, abcb, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "*, '', true",
    "a*b*c, axbxbc, true",
    "A, a, false"
  })
  void matchesTexts(String pattern, String text, boolean expected) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void starsInResourcesReachPastColonsOnlyAtTheEndOfAPart() {
    Glob pattern = Glob.of("arn:aws:kms:*:1:key/*").boundToSegments();
    assertThat(pattern.matches("arn:aws:kms:eu:1:key/x")).isTrue();
    assertThat(pattern.matches("arn:aws:kms:eu:9:1:key/x:y")).isTrue();
    assertThat(Glob.of("arn:aws:k*s:r").boundToSegments().matches("arn:aws:k:s:r")).isFalse();
    assertThat(Glob.of("arn:aws:k?s:r").boundToSegments().matches("arn:aws:k:s:r")).isFalse();
    assertThat(Glob.of("arn:aws:*").boundToSegments().matches("arn:aws:kms:eu:1:x")).isTrue();
  }

  @Test
  void arnPatternsCompareSixParts() {
    Glob pattern = Glob.of("arn:aws:s3:*:1:a/*").asArnPattern();
    assertThat(pattern).isNotNull();
    assertThat(pattern.matches("arn:aws:s3:eu:1:a/b:c")).isTrue();
    assertThat(pattern.matches("arn:aws:s3:eu:2:x:1:a/b")).isFalse();
    assertThat(Glob.of("arn:aws:s3").asArnPattern()).isNull();
  }

  @Property
  void matchesLikeARegularExpression(@ForAll("patterns") String pattern) {
    Glob glob = bound(pattern);
    StringBuilder regex = new StringBuilder();
    for (int token : glob.tokens()) {
      regex.append(
          switch (token) {
            case Glob.STAR -> ".*";
            case Glob.ONE -> ".";
            case Glob.SEGMENT_STAR -> "[^:]*";
            case Glob.SEGMENT_ONE -> "[^:]";
            default -> (char) token;
          });
    }
    Pattern expected = Pattern.compile(regex.toString());
    assertThat(SMALL_WORLD)
        .allMatch(text -> glob.matches(text) == expected.matcher(text).matches());
  }

  @Property
  void intersectionIsExactInASmallWorld(
      @ForAll("patterns") String one, @ForAll("patterns") String other) {
    Glob a = bound(one);
    Glob b = bound(other);
    boolean common = SMALL_WORLD.stream().anyMatch(t -> a.matches(t) && b.matches(t));
    if (common) {
      assertThat(a.intersects(b)).isTrue();
    } else if (one.length() + other.length() <= 5) {
      assertThat(a.intersects(b)).isFalse();
    }
    assertThat(b.intersects(a)).isEqualTo(a.intersects(b));
  }

  @Property
  void coverageIsNeverWronglyClaimed(
      @ForAll("patterns") String one, @ForAll("patterns") String other) {
    Glob a = bound(one);
    Glob b = bound(other);
    if (a.covers(b)) {
      assertThat(SMALL_WORLD).noneMatch(t -> b.matches(t) && !a.matches(t));
    }
    assertThat(a.covers(a)).isTrue();
    assertThat(Glob.of("*").covers(b)).isTrue();
  }

  /** A pattern; one that starts with a dash is bound to its segments. */
  private static Glob bound(String pattern) {
    return pattern.startsWith("-")
        ? Glob.of(pattern.substring(1)).boundToSegments()
        : Glob.of(pattern);
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> plain =
        Arbitraries.strings().withChars('a', 'b', ':', '*', '?').ofMaxLength(4);
    return Arbitraries.oneOf(plain, plain.map(p -> "-" + p));
  }

  @Test
  void templatesKnowVariablesAndEscapes() {
    Template template = Template.parse("a${aws:username}${*}*${k, 'd'}", true, true);
    assertThat(template.variables())
        .extracting(Template.Variable::key)
        .containsExactly("aws:username", "k");
    assertThat(template.variables().get(1).fallback()).isEqualTo("d");
    Glob filled = template.fill(List.of("x*", "z"));
    assertThat(filled.matches("ax**mz")).isTrue();
    assertThat(filled.matches("axy*mz")).isFalse();
    assertThat(filled.matches("ax*ymz")).isFalse();
    assertThat(Template.parse("${x}", true, false).variables()).isEmpty();
    assertThat(Template.parse("${x", true, true).isMalformed()).isTrue();
    assertThat(Template.parse("${}", true, true).isMalformed()).isTrue();
    Template resource = Template.ofResource("arn:${a}:s3:::${b}/*", true);
    assertThat(resource.variables()).extracting(Template.Variable::key).containsExactly("b");
  }
}
