package dev.kmslint.access.exact.term;

import static dev.kmslint.access.exact.atom.SomeTexts.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.access.exact.atom.Pattern;
import dev.kmslint.access.exact.atom.ValueTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceSpaceTest {
  private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab";
  private static final String BUCKET = "arn:aws:s3:::bucket/a:111122223333:b";
  private static final String LOG = "arn:aws:logs:eu-west-1:444455556666:log-group:a:b";

  private static boolean isIn(List<Pattern> patterns, String resource) {
    return new ValueTest.Text(patterns).matches(resource);
  }

  @Test
  void aResourceHasAnAccountWhereItsArnNamesOne() {
    assertThat(ResourceSpace.WITH_ACCOUNT.matches(KEY)).isTrue();
    assertThat(ResourceSpace.WITH_ACCOUNT.matches(LOG)).isTrue();
    assertThat(ResourceSpace.WITH_ACCOUNT.matches(BUCKET)).isFalse();
    assertThat(ResourceSpace.WITH_ACCOUNT.matches("*")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, true, false",
    "4444*, false, true",
    "?1*3, true, false",
    "*, true, true",
    "*:*, false, false",
    "111122223333:key/1234abcd-12ab, false, false",
    "444455556666:log-group, false, false",
    "777788889999, false, false"
  })
  void anAccountsResourcesHaveItInTheFifthPlace(String account, boolean key, boolean log) {
    ValueTest.Text resources = ResourceSpace.ofAccount(patterns(account));
    assertThat(resources.matches(KEY)).isEqualTo(key);
    assertThat(resources.matches(LOG)).isEqualTo(log);
    assertThat(resources.matches(BUCKET)).as("its place is empty").isEqualTo(account.equals("*"));
  }

  @Test
  void oneOfSeveralAccountsIsEnough() {
    ValueTest.Text resources = ResourceSpace.ofAccount(patterns("111122223333", "444455556666"));
    assertThat(List.of(KEY, LOG)).allMatch(resources::matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, BUCKET, LOG, "*", "arn:aws-us-gov:iam::aws:policy/x"})
  void anythingIsAnyArnAndTheStar(String resource) {
    assertThat(isIn(ResourceSpace.anything(), resource)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "**", "key/1", "arn:aws:kms:us-east-1:111122223333:", "arn::kms:::x"})
  void whatIsNoArnIsNotAnything(String text) {
    assertThat(isIn(ResourceSpace.anything(), text)).isFalse();
  }

  @Test
  void keysAreThoseOfTheirPartitionAndAccount() {
    List<Pattern> all = ResourceSpace.keys("aws", "");
    List<Pattern> owned = ResourceSpace.keys("aws", "444455556666");
    String other = KEY.replace("111122223333", "444455556666");
    assertThat(List.of(KEY, other)).allMatch(key -> isIn(all, key));
    assertThat(List.of(KEY, other)).filteredOn(key -> isIn(owned, key)).containsExactly(other);
    assertThat(isIn(ResourceSpace.keys("aws-cn", ""), KEY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "key/, alias/",
    "key/1234abcd-12ab, key/",
    "us-east-1, ''",
    "111122223333, 11112222333",
    ":kms:, :s3:",
    "key/1234, key/1234/"
  })
  void whatIsNoKeysArnIsNoKey(String part, String instead) {
    assertThat(isIn(ResourceSpace.keys("aws", ""), KEY)).isTrue();
    assertThat(isIn(ResourceSpace.keys("aws", ""), KEY.replace(part, instead))).isFalse();
  }
}
