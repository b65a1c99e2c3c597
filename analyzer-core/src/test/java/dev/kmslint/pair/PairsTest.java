package dev.kmslint.pair;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
  private static final String KEY = "arn:aws:kms:us-west-2:111122223333:key/a";
  private static final List<String> HOLDERS = List.of("arn:aws:iam::444455556666:role/R");

  private static Policy policy(String text, PolicyKind kind) {
    SourceFile file = new SourceFile("p.json", text.replace('\'', '"'));
    return PolicyReader.read(requireNonNull(JsonReader.read(file).root()), kind);
  }

  private static Policy identity(String action, String resource) {
    return policy(
        "{'Statement': {'Effect': 'Allow', " + action + ", " + resource + "}}",
        PolicyKind.IDENTITY);
  }

  private static PairedKey key(String arn) {
    return new PairedKey(
        requireNonNull(Arn.parse(arn)),
        policy(
            "{'Statement': {'Effect': 'Allow', 'Principal': {'AWS': '111122223333'}, 'Action':"
                + " 'kms:*', 'Resource': '*'}}",
            PolicyKind.KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'Action': 'kms:Decrypt' | 'Resource': 'arn:aws:kms:us-west-2:111122223333:key/a' | true",
        "'Action': 'KMS:Decrypt' | 'Resource': '*' | true",
        "'Action': '*' | 'Resource': 'arn:aws:kms:*:111122223333:key/*' | true",
        "'NotAction': 's3:*' | 'NotResource': 'arn:aws:s3:::b' | true",
        "'Action': 'kms:Decrypt' | 'Resource': 'arn:aws:kms:us-west-2:111122223333:key/b' | false",
        "'Action': 'kms:Decrypt' | 'Resource': 'arn:aws:kms:eu-*:111122223333:key/*' | false",
        "'Action': 's3:*' | 'Resource': '*' | false",
      })
  void keepsOnlyWhatCanMatter(String action, String resource, boolean kept) {
    Pairs pairs = new Pairs(Catalog.builtIn(), List.of(key(KEY)));
    assertThat(pairs.offer(identity(action, resource), HOLDERS, false, Set.of())).isEqualTo(kept);
  }

  @Test
  void variablesCanBeAnything() {
    Policy policy =
        policy(
            "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 'kms:*',"
                + " 'Resource': 'arn:aws:kms:us-west-2:111122223333:key/${aws:PrincipalTag/k}'}}",
            PolicyKind.IDENTITY);
    Pairs pairs = new Pairs(Catalog.builtIn(), List.of(key(KEY)));
    assertThat(pairs.offer(policy, HOLDERS, false, Set.of())).isTrue();
    assertThat(pairs.offer(policy.as(PolicyKind.BOUNDARY), HOLDERS, false, Set.of())).isFalse();
  }

  @Test
  void ofTwoPoliciesOfOneKeyNeitherIsTaken() {
    Policy policy = identity("'Action': 'kms:Decrypt'", "'Resource': '" + KEY + "'");
    Pairs one = new Pairs(Catalog.builtIn(), List.of(key(KEY)));
    one.offer(policy, HOLDERS, false, Set.of());
    assertThat(one.finish().dead()).hasSize(1);
    Pairs two = new Pairs(Catalog.builtIn(), List.of(key(KEY), key(KEY)));
    assertThat(two.offer(policy, HOLDERS, false, Set.of())).isFalse();
    assertThat(two.finish().dead()).isEmpty();
  }

  @Test
  void tellsWhatItLeavesOut() {
    Policy policy = identity("'Action': 'kms:Decrypt'", "'Resource': '" + KEY + "'");
    Pairs full = new Pairs(Catalog.builtIn(), List.of(key(KEY)), 1, 100);
    assertThat(full.offer(policy, HOLDERS, false, Set.of())).isTrue();
    assertThat(full.offer(policy, HOLDERS, false, Set.of())).isFalse();
    Pairing pairing = full.finish();
    assertThat(pairing.dead()).hasSize(1);
    assertThat(pairing.limits())
        .containsExactly(
            "more than 1 identity policies speak of the keys that were given; the others were not"
                + " held against the key policies");
    Pairs spent = new Pairs(Catalog.builtIn(), List.of(key(KEY)), 10, 0);
    spent.offer(policy, HOLDERS, false, Set.of());
    assertThat(spent.finish().dead()).isEmpty();
    assertThat(spent.finish().limits())
        .containsExactly(
            "it takes more than 0 questions to hold all identity policies against the key"
                + " policies; the others were not asked");
  }
}
