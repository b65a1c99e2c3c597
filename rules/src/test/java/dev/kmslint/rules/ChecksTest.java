package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other tools find is found here, by the rules that the page of checks names. */
class ChecksTest {
  private static final Path PAGE = Path.of("../docs/checks.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([DARPCKX][0-9]{2}) \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
  private static final Pattern RULE = Pattern.compile("`([a-z]+/[a-z-]+)`");

  @Test
  void everyCheckIsThereOnceAndInOrder() throws IOException {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      rows.add(row.group(1));
    }
    List<String> expected = new ArrayList<>();
    for (String family : List.of("D23", "A25", "R14", "P15", "C28", "K11", "X16")) {
      for (int i = 1; i <= Integer.parseInt(family.substring(1)); i++) {
        expected.add(family.charAt(0) + (i < 10 ? "0" : "") + i);
      }
    }
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  @Test
  void everyCheckHasARuleThatExistsOrAReason() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (Rule rule : BuiltInRules.all()) {
      ids.add(rule.info().id());
    }
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      String here = row.group(2);
      List<String> named = rules(here);
      assertThat(ids).as(row.group(1)).containsAll(named);
      assertThat(!named.isEmpty() || here.startsWith("not ")).as(row.group(1)).isTrue();
    }
  }

  private static List<String> rules(String text) {
    List<String> rules = new ArrayList<>();
    Matcher rule = RULE.matcher(text);
    while (rule.find()) {
      rules.add(rule.group(1));
    }
    return rules;
  }

  /** An example of each check: what is written instead of a part of a policy that is right. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = EXAMPLES)
  void theRulesOfTheCheckFindItsExample(String check, String kind, String right, String wrong)
      throws IOException {
    Matcher row = ROW.matcher(Files.readString(PAGE));
    String here = "";
    while (row.find()) {
      here = row.group(1).equals(check) ? row.group(2) : here;
    }
    String policy = kind.equals("key") ? KEY : IDENTITY;
    String json = policy.replace(right, wrong == null ? "" : wrong);
    assertThat(json).isNotEqualTo(policy);
    Facts facts = Facts.ofWords("kind=" + (kind.equals("key") ? "key" : "identity") + OWNER);
    byte[] before = policy.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    byte[] after = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Set<String> named = new TreeSet<>(rules(here));
    Set<String> found = new TreeSet<>(rules(said(after, facts)));
    found.retainAll(named);
    assertThat(found).as(said(after, facts)).isNotEmpty();
    assertThat(rules(said(before, facts))).doesNotContainAnyElementsOf(found);
  }

  private static String said(byte[] bytes, Facts facts) {
    String said = RuleRun.compact(BuiltInRules.all(), "policy.json", bytes, facts);
    return said.replace("[", "`").replace("]", "`");
  }

  private static final String OWNER = " owner=111122223333";

  private static final String KEY =
      """
      {'Version': '2012-10-17', 'Statement': [
        {'Sid': 'root', 'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:root'},
         'Action': 'kms:*', 'Resource': '*'},
        {'Sid': 'use', 'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'},
         'Action': ['kms:Encrypt', 'kms:Decrypt'], 'Resource': '*',
         'Condition': {'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com'}}},
        {'Sid': 'guard', 'Effect': 'Deny', 'Principal': {'AWS': '*'}, 'Action': 'kms:*', 'Resource': '*',
         'Condition': {'BoolIfExists': {'aws:SecureTransport': 'false'}}}]}
      """;

  private static final String IDENTITY =
      """
      {'Version': '2012-10-17', 'Statement': [
        {'Sid': 'use', 'Effect': 'Allow', 'Action': ['kms:Encrypt', 'kms:Decrypt'],
         'Resource': 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
         'Condition': {'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com'}}},
        {'Sid': 'guard', 'Effect': 'Deny', 'Action': 'kms:ScheduleKeyDeletion', 'Resource': '*',
         'Condition': {'BoolIfExists': {'aws:MultiFactorAuthPresent': 'false'}}}]}
      """;

  private static final String EXAMPLES =
      """
      D01 | key | 'Statement': [ | 'Statement': [,
      D02 | key | 'Sid': 'use' | 'sid': 'use'
      D03 | key | 'Action': 'kms:*' | 'Action': {'a': 'kms:*'}
      D04 | key | 'Statement' | 'Statements'
      D05 | key | 'Version': '2012-10-17', | -
      D06 | key | 2012-10-17 | 2012-10-18
      D07 | key | 2012-10-17 | 2008-10-17
      D08 | key | 'Sid': 'use', 'Effect': 'Allow' | 'Sid': 'use'
      D09 | key | 'Sid': 'use', 'Effect': 'Allow' | 'Sid': 'use', 'Effect': 'allow'
      D10 | key | 'Action': ['kms:Encrypt', 'kms:Decrypt'], | -
      D11 | identity | 'Action': 'kms:ScheduleKeyDeletion', 'Resource': '*' | 'Action': 'kms:ScheduleKeyDeletion'
      D12 | key | 'Action': ['kms:Encrypt' | 'NotAction': 'kms:a', 'Action': ['kms:Encrypt'
      D13 | identity | 'Sid': 'use' | 'Principal': '*'
      D14 | key | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, | -
      D15 | identity | 'Sid': 'guard' | 'Sid': 'use'
      D16 | identity | 'Sid': 'guard' | 'Sid': 'a guard'
      D19 | key | ['kms:Encrypt', 'kms:Decrypt'] | []
      D20 | key | ['kms:Encrypt', 'kms:Decrypt'] | null
      D21 | key | {'Sid': 'guard' | {'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com'}}}, {'Sid': 'guard'
      D23 | key | 'Sid': 'use' | 'Sid': 'a', 'Sid': 'b'
      A01 | key | 'kms:Encrypt' | 'kmsEncrypt'
      A02 | identity | 'kms:Encrypt' | 'kns:Encrypt'
      A03 | key | 'kms:Encrypt' | 'kms:Encript'
      A04 | identity | 'kms:Encrypt' | 'kms:Encript*'
      A05 | key | 'kms:Encrypt' | 'k*:Encrypt'
      A06 | key | 'kms:Encrypt' | 's3:GetObject'
      A07 | key | 'kms:Encrypt' | 'kms:De*'
      A15 | key | 'Principal': {'AWS': '*'} | 'NotPrincipal': {'AWS': '*'}
      R01 | identity | 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' | '1234abcd-12ab-34cd-56ef-1234567890ab'
      R02 | identity | arn:aws:kms:eu-west-1:111122223333:key | arn:aws:kms:key
      R03 | identity | arn:aws:kms | arn:awz:kms
      R04 | identity | kms:eu-west-1 | kms:eu-wset-1
      R05 | identity | 111122223333 | 11112222333
      R06 | identity | arn:aws:kms | arn:aws:KMS
      R07 | identity | key/1234abcd | keys/1234abcd
      R08 | identity | arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab | arn:aws:s3:::a
      R11 | identity | 'Resource': '*' | 'Resource': ['*', 'arn:aws:kms:*:*:key/*']
      R12 | key | 'kms:Decrypt'], 'Resource': '*' | 'kms:Decrypt'], 'Resource': 'arn:aws:s3:::a'
      R13 | identity | key/1234abcd-12ab-34cd-56ef-1234567890ab | alias/a
      P01 | key | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'} | 'Principal': 'arn:aws:iam::111122223333:role/R'
      P02 | key | 'AWS': 'arn:aws:iam::111122223333:role/R' | 'Foo': 'arn:aws:iam::111122223333:role/R'
      P03 | key | 111122223333:role/R | 11112222333:role/R
      P04 | key | role/R | role/*
      P05 | key | arn:aws:iam::111122223333:role/R | *
      P07 | key | 111122223333:role/R | 444455556666:role/R
      P08 | key | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'} | 'NotPrincipal': {'AWS': 'arn:aws:iam::111122223333:role/R'}
      P09 | key | arn:aws:iam::111122223333:role/R | AROADBQP57FF2AEXAMPLE
      P11 | key | 'AWS': 'arn:aws:iam::111122223333:role/R' | 'Service': 'rds.amazonaws'
      P15 | key | kms:ViaService': 'rds.eu-west-1.amazonaws.com | aws:SourceAccount': '111122223333
      C01 | key | StringEquals | StringEqual
      C02 | key | kms:ViaService | aws:ViaService
      C03 | key | kms:ViaService | kms:ViaServic
      C04 | key | kms:ViaService | kms:WrappingAlgorithm
      C04 | identity | kms:ViaService | kms:WrappingAlgorithm
      C05 | key | kms:ViaService | ViaService
      C06 | key | StringEquals | NumericEquals
      C07 | key | 'false' | 'no'
      C08 | key | 'StringEquals' | 'NullIfExists'
      C09 | key | 'StringEquals' | 'ForAllValues:StringEquals'
      C10 | key | kms:ViaService | kms:EncryptionContextKeys
      C11 | key | 'StringEquals': {'kms:ViaService' | 'ForAllValues:StringEquals': {'kms:EncryptionContextKeys'
      C12 | identity | 'BoolIfExists': {'aws:MultiFactorAuthPresent' | 'ForAnyValue:StringNotEquals': {'aws:CalledVia'
      C13 | key | rds.eu-west-1 | rds.*
      C14 | key | 'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com | 'StringLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/R
      C15 | key | StringEquals | StringEqualsIfExists
      C16 | identity | BoolIfExists | Bool
      C17 | key | 'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com | 'IpAddress': {'aws:SourceIp': '10.0.0.0/8
      C18 | key | 'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com | 'IpAddress': {'aws:SourceIp': '203.0.113.7/8
      C19 | key | {'kms:ViaService' | {'KMS:viaService': 'a', 'kms:ViaService'
      C20 | key | rds.eu-west-1.amazonaws.com | ${aws:username
      C21 | key | kms:ViaService | aws:RequestTag/
      C22 | key | 'StringEquals': {'kms:ViaService': 'rds.eu-west-1.amazonaws.com | 'IpAddress': {'aws:VpcSourceIp': '10.0.0.0/8
      C23 | key | rds.eu-west-1 | rds
      C24 | key | 'false' | ['true', 'false']
      C25 | key | kms:ViaService | aws:ARN
      C28 | key | kms:ViaService | kms:ResourceAliases
      X14 | key | arn:aws:iam::111122223333:root | arn:aws:iam::444455556666:root
      X15 | key | role/R | group/G
      """;
}
