package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The faults on which other tools were tried: each is made in a sharing that is right, and has to
 * be found for the right reason. k is the key policy, i the other account's policy.
 */
class PeersTest {
  private static final Path RIGHT = Path.of("src/test/resources/dev/kmslint/rules/sharing");

  private static final String USE =
      "'Action': ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*',"
          + " 'kms:DescribeKey']";

  @TempDir Path folder;

  @Test
  void k00AndI00AreClean() {
    ShareExample.write(folder, "", "");
    assertThat(ShareRun.compact(folder, List.of()))
        .doesNotContain("error:", "warning:")
        .contains("PROVEN");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "k01 | 'kms:CreateGrant', 'kms:ListGrants' | 'kms:ListGrants' | share/create-grant-missing",
        "k02 | ,CONDITION | - | share/grant-condition-missing",
        "k02 | ,CONDITION | - | kms/unconditional-create-grant",
        "k02b | ,GRANTS | - | share/create-grant-missing",
        "k03 | arn:aws:iam::444455556666:root'},USE | *'},USE | kms/public-key-policy",
        "k04 | USE | 'Action': 'kms:*' | kms/external-full-access",
        "k05 | 444455556666:root'},USE | 44445555666:root'},USE | policy/malformed-principal",
        "k06 | kms:Encrypt | kms:Encript | policy/unknown-action",
        "k07 | 'Bool' | 'BoolEquals' | policy/unknown-operator",
        "k07b | 'Bool': {'kms:GrantIsForAWSResource': 'true' | 'NumericEquals':"
            + " {'kms:GrantIsForAWSResource': '1' | policy/operator-type-mismatch",
        "k08 | 'kms:RevokeGrant'] | 'kms:RevokeGrant',] | policy/invalid-json",
        "k09 | USE | 'Action': 'kms:ListGrants',USE | policy/duplicate-key",
        "k12 | arn:aws:iam::444455556666:root | arn:aws:iam::111122223333:root |"
            + " share/external-principal-missing",
        "k13 | kms:GrantIsForAWSResource | kms:GrantIsForAWSResorce |"
            + " policy/unknown-condition-key",
        "k14 | 'Statement': [ | 'Statement': [{'Effect': 'Deny', 'Principal': {'AWS':"
            + " 'arn:aws:iam::444455556666:root'}, 'Action': 'kms:CreateGrant', 'Resource': '*'}, |"
            + " share/explicit-deny",
        "k15 | 2012-10-17 | 2012-10-18 | policy/invalid-version",
        "k16 | 'Effect': 'Allow' | 'effect': 'Allow' | policy/unknown-element",
        "k16 | 'Effect': 'Allow' | 'effect': 'Allow' | policy/missing-element",
        "i01 | us-west-2 | us-east-2 | share/key-arn-mismatch",
        "i02 | 111122223333 | 111122223334 | share/key-arn-mismatch",
        "i03 | 5b1f0c3e-7a42 | 5b1f0c3e-7a43 | share/key-arn-mismatch",
        "i03b | us-west-2 | us-wset-2 | policy/invalid-region",
        "i03b | us-west-2 | us-wset-2 | share/key-arn-mismatch",
        "i04 | key/5b1f0c3e-7a42-4d96-9c1e-2f60d8a7b314 | alias/orders | iam/alias-arn-resource",
        "i05 | 111122223333 | 11112222333 | policy/invalid-account",
        "i06 | kms:Encrypt | kms:Encript | policy/unknown-action",
        "i07 | 'Bool' | 'BoolEquals' | policy/unknown-operator",
        "i07b | 'Bool': {'kms:GrantIsForAWSResource': 'true' | 'NumericEquals':"
            + " {'kms:GrantIsForAWSResource': '1' | policy/operator-type-mismatch",
        "i08 | 'kms:RevokeGrant'] | 'kms:RevokeGrant',] | policy/invalid-json",
        "i09 | 'Sid': 'UseOfTheKey', | 'Sid': 'UseOfTheKey', 'Effect': 'Deny', |"
            + " policy/duplicate-key",
        "i12 | 'kms:CreateGrant', 'kms:ListGrants' | 'kms:ListGrants' | share/create-grant-missing",
        "i13 | kms:GrantIsForAWSResource | kms:GrantIsForAWSResorce |"
            + " policy/unknown-condition-key",
        "i14 | arn:aws:kms:us-west-2:111122223333:key/5b1f0c3e-7a42-4d96-9c1e-2f60d8a7b314 | * |"
            + " iam/decrypt-any-key",
        "i15 | 'Sid': 'UseOfTheKey', | 'Principal': '*', | policy/principal-not-allowed",
        "seven | seven | group | kms/group-principal",
        "seven | seven | action | kms/foreign-action",
        "seven | seven | resource | kms/resource-not-star",
        "seven | seven | type | policy/unknown-element",
        "seven | seven | NullIfExists | policy/null-operator-misuse",
        "seven | seven | key | policy/unknown-condition-key",
        "seven | seven | operator | policy/unknown-operator",
      })
  void isFound(String id, String right, String wrong, String rule) throws IOException {
    String document = id.startsWith("i") ? "iam-policy" : "key-policy";
    String text =
        id.equals("seven")
            ? SEVEN
            : Files.readString(RIGHT.resolve(document + ".json")).replace('"', '\'');
    String changed = id.equals("seven") ? text : text.replace(full(right), full(wrong));
    assertThat(id.equals("seven") || !changed.equals(text)).isTrue();
    assertThat(said(document, changed)).contains("[" + rule + "]");
  }

  private static final String SEVEN =
      """
      {'Version': '2012-10-17', 'Statement': [
        {'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:group/G'},
         'Action': ['s3:GetObject', 'kms:Decrypt'], 'Resource': 'arn:aws:s3:::x/*'},
        {'Effect': 'Allow', 'Principal': {'Foo': 'bar', 'AWS': '111122223333'}, 'Action': 'kms:Decrypt',
         'Resource': '*', 'Condition': {'NullIfExists': {'kms:ViaService': 'true'},
         'StringEquals': {'kms:ViaServic': 'a'}, 'StringEqualsExists': {'kms:ViaService': 'b'}}}]}
      """;

  private static final String GRANTS =
      """
      ,
          {
            'Sid': 'Allow grants for AWS services',
            'Effect': 'Allow',
            'Principal': {'AWS': 'arn:aws:iam::444455556666:root'},
            'Action': ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
            'Resource': '*',
            'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}
          }
      """;

  private static String full(String text) {
    if (text == null) {
      return "";
    }
    return text.replace(
            ",CONDITION", ",\n      'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}")
        .replace(",GRANTS", GRANTS)
        .replace("},USE", "},\n      " + USE)
        .replace(",USE", ",\n      " + USE)
        .replace("USE", USE)
        .replace("Allow " + USE, "Allow USE");
  }

  private String said(String document, String text) {
    ShareExample.write(folder, "in=" + document, text.replace('\'', '"'));
    return ShareRun.compact(folder, List.of());
  }

  @Test
  void k10IsTooLarge() throws IOException {
    String right = Files.readString(RIGHT.resolve("key-policy.json"));
    String many = "\"value of a tag\", ".repeat(60_000);
    String text =
        right.replace(
            "\"Statement\": [",
            "\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"kms:Verify\","
                + " \"Resource\": \"*\", \"Condition\": {\"StringEquals\":"
                + " {\"aws:PrincipalTag/a\": ["
                + many
                + "\"b\"]}}},");
    assertThat(text.length()).isGreaterThan(1_000_000);
    assertThat(said("key-policy", text)).contains("[policy/too-large]");
  }

  @Test
  void k11AndK11bAreTooDeep() {
    for (int depth : new int[] {5_000, 100_000}) {
      Path deep = folder.resolve("d" + depth);
      assertThat(deep.toFile().mkdir()).isTrue();
      String text = "{\"Statement\": " + "[".repeat(depth) + "]".repeat(depth) + "}";
      ShareExample.write(deep, "in=key-policy", text);
      assertThat(ShareRun.compact(deep, List.of())).contains("[policy/invalid-json]");
    }
  }
}
