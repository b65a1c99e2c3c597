package dev.kmslint.catalog;

import static dev.kmslint.catalog.Facts.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTableTest {

  @Test
  void expandsPatterns() {
    assertThat(matching("ReEncrypt*")).containsExactly("ReEncryptFrom", "ReEncryptTo");
    assertThat(matching("reencrypt*")).containsExactly("ReEncryptFrom", "ReEncryptTo");
    assertThat(matching("*Grant")).containsExactly("CreateGrant", "RetireGrant", "RevokeGrant");
    assertThat(matching("?ncrypt")).containsExactly("Encrypt");
    assertThat(matching("DescribeKey")).containsExactly("DescribeKey");
    assertThat(matching("Generate*Key")).containsExactly("GenerateDataKey");
    assertThat(matching("GenerateDataKey*")).hasSize(4);
    assertThat(matching("*")).hasSize(56);
    assertThat(matching("**")).hasSize(56);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReEncrypt", "Encrypt?", "Foo*", "", "?"})
  void expandsToNothing(String pattern) {
    assertThat(matching(pattern)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a*b*c, aXbXbYc, true",
    "a*b*c, aXbXbY, false",
    "*ab, aab, true",
    "a?, a, false",
    "a*, a, true",
    "a**, a, true",
    "A*B, aXb, true",
  })
  void matchesWholeTexts(String pattern, String text, boolean expected) {
    assertThat(NamePattern.matches(pattern, text)).isEqualTo(expected);
  }

  @Property
  void matchesLikeARegularExpression(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String text) {
    String regex = pattern.replace("*", ".*").replace("?", ".");
    assertThat(NamePattern.matches(pattern, text)).isEqualTo(Pattern.matches(regex, text));
  }

  private static List<String> matching(String pattern) {
    List<String> names = new ArrayList<>();
    for (ActionInfo action : service("kms").matching(pattern)) {
      names.add(action.name());
    }
    return names;
  }
}
