package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Linter;
import dev.kmslint.lint.Rule;
import dev.kmslint.lint.RuleInfo;
import dev.kmslint.lint.RuleInfo.Superseded;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One root cause, one finding: which rules supersede which, each with a statement that shows it.
 */
class SupersededTest {
  private static final String PAIRS =
      """
      iam/allow-not-action | iam/decrypt-any-key | 'NotAction': 'iam:*', 'Resource': '*'
      iam/allow-not-action | iam/pass-role-any | 'NotAction': 'kms:*', 'Resource': '*'
      iam/allow-not-action | iam/privilege-escalation | 'NotAction': 'kms:*', 'Resource': '*'
      iam/allow-not-action | iam/put-key-policy | 'NotAction': 'iam:*', 'Resource': '*'
      iam/allow-not-resource | iam/decrypt-any-key | 'Action': 'kms:Decrypt', 'NotResource': 'arn:aws:s3:::a'
      iam/allow-not-resource | iam/pass-role-any | 'Action': 'iam:PassRole', 'NotResource': 'arn:aws:s3:::a'
      iam/allow-not-resource | iam/put-key-policy | 'Action': 'kms:PutKeyPolicy', 'NotResource': 'arn:aws:s3:::a'
      iam/full-admin | iam/decrypt-any-key | 'Action': '*', 'Resource': '*'
      iam/full-admin | iam/pass-role-any | 'Action': '*', 'Resource': '*'
      iam/full-admin | iam/privilege-escalation | 'Action': '*', 'Resource': '*'
      iam/full-admin | iam/put-key-policy | 'Action': '*', 'Resource': '*'
      iam/kms-full-access | iam/decrypt-any-key | 'Action': 'kms:*', 'Resource': '*'
      iam/kms-full-access | iam/put-key-policy | 'Action': 'kms:*', 'Resource': '*'
      kms/bypassable-deny | policy/condition-key-unavailable | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:*', 'Resource': '*'}, {'Effect': 'Deny', 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': ['kms:CreateGrant', 'kms:Decrypt'], 'Resource': '*', 'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'false'}}
      kms/bypassable-deny | policy/for-any-value-deny | 'Effect': 'Deny', 'Principal': '*', 'Action': 'kms:*', 'Resource': '*', 'Condition': {'ForAnyValue:StringNotEquals': {'aws:CalledVia': 'a.amazonaws.com'}}
      kms/for-all-values-single | policy/set-operator-on-single-value | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'ForAllValues:StringEquals': {'kms:EncryptionContext:a': 'b'}}
      kms/grant-condition-on-other-action | kms/retire-grant-allow | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:RetireGrant', 'Resource': '*', 'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}
      kms/group-principal | kms/partition-mismatch | 'Principal': {'AWS': ['arn:aws:iam::111122223333:role/R', 'arn:aws:iam::111122223333:role/S', 'arn:aws-cn:iam::111122223333:group/G']}, 'Action': 'kms:Decrypt', 'Resource': '*'
      kms/lockout | kms/no-account-delegation | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'NotAction': 'kms:DescribeKey', 'Resource': '*', 'Condition': {'StringEquals': {'kms:EncryptionContext:a': 'b'}}
      kms/missing-principal | kms/sso-role-path | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef'}, 'Action': 'kms:Decrypt', 'Resource': '*'
      kms/public-key-policy | policy/if-exists-weakens | 'Principal': '*', 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}}
      kms/resource-not-star | policy/redundant-resource | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'arn:aws:kms:*:111122223333:key/*']
      kms/resource-not-star | policy/variable-not-supported | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:eu-west-1:${aws:PrincipalAccount}:key/*'
      kms/source-key-on-aws-principal | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:CallerAccount': '111122223333'}, 'ArnLike': {'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t'}}
      policy/action-matches-nothing | policy/redundant-action | 'Action': ['kms:Encript*', 'kms:En*'], 'Resource': '*'
      policy/allow-not-principal | kms/public-key-policy | 'NotPrincipal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*'
      policy/duplicate-key | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'aws:PrincipalTag/a': 'x'}, 'StringEquals': {'aws:PrincipalTag/a': 'y'}}
      policy/excludes-everything | iam/allow-not-action | 'NotAction': ['iam:*', '*'], 'Resource': '*'
      policy/excludes-everything | iam/allow-not-resource | 'Action': 'kms:*', 'NotResource': '*'
      policy/invalid-condition-value | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:CallerAccount': '12345678901'}}
      policy/invalid-region | iam/decrypt-any-key | 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:us-wset-2:111122223333:key/*'
      policy/invalid-region | iam/put-key-policy | 'Action': 'kms:PutKeyPolicy', 'Resource': 'arn:aws:kms:us-wset-2:111122223333:key/*'
      policy/invalid-region | kms/unknown-via-service | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:ViaService': 'eu-west-1.rds.amazonaws.com'}}
      policy/malformed-arn | iam/malformed-key-id | 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:us-west-2:111122223333:key/a,arn:aws:kms:us-west-2:111122223333:key/b'
      policy/malformed-arn | iam/resource-type-mismatch | 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:KMS:us-west-2:111122223333:key/*'
      policy/malformed-condition-key | policy/unknown-condition-key | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:': 'a'}}
      policy/malformed-variable | policy/variable-not-supported | 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:us-west-2:${account}:key/*'
      policy/number-account-id | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:CallerAccount': 12345678901}}
      policy/unknown-action | policy/redundant-action | 'Action': ['kms:Encript', 'kms:En*'], 'Resource': '*'
      policy/unknown-condition-key | kms/bypassable-deny | 'Effect': 'Deny', 'Principal': '*', 'Action': 'kms:*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransprt': 'false'}}
      policy/unknown-condition-key | policy/redundant-statement | 'Action': 'kms:Decrypt', 'Resource': '*'}, {'Effect': 'Allow', 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringNotEquals': {'kms:ViaServic': 'x'}}
      policy/unknown-partition | iam/decrypt-any-key | 'Action': 'kms:Decrypt', 'Resource': 'arn:awz:kms:*:*:key/*'
      policy/unknown-partition | iam/put-key-policy | 'Action': 'kms:PutKeyPolicy', 'Resource': 'arn:awz:kms:*:*:key/*'
      policy/unknown-partition | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'ArnLike': {'aws:PrincipalArn': 'arn:awz:iam::111122223333:role/*'}}
      policy/unknown-service | policy/redundant-action | 'Action': ['kns:Decrypt', 'kns:*'], 'Resource': '*'
      policy/variable-not-supported | policy/invalid-account | 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:${aws:RequestedRegion}:111122223333:key/*'
      policy/variable-not-supported | policy/malformed-action | 'Action': 'kms:${aws:username}', 'Resource': '*'
      policy/variable-not-supported | policy/malformed-principal | 'Principal': {'AWS': 'arn:aws:iam::${aws:PrincipalAccount}:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*'
      policy/wildcard-without-like | policy/dead-statement | 'Principal': {'AWS': 'arn:aws:iam::111122223333:role/R'}, 'Action': 'kms:Decrypt', 'Resource': '*', 'Condition': {'StringEquals': {'kms:CallerAccount': '11112222*'}}
      """;

  /** The one pair of which the first is about the text; it needs bytes, not a statement. */
  private static final String OF_TEXT = "policy/invalid-json | policy/invalid-character";

  private static Map<String, RuleInfo> byId() {
    TreeMap<String, RuleInfo> rules = new TreeMap<>();
    for (Rule rule : BuiltInRules.all()) {
      rules.put(rule.info().id(), rule.info());
    }
    return rules;
  }

  @Test
  void thePairsAreTheseAndEveryRuleOfThemExists() {
    Map<String, RuleInfo> rules = byId();
    TreeSet<String> pairs = new TreeSet<>();
    for (RuleInfo rule : rules.values()) {
      for (Superseded other : rule.supersedes()) {
        assertThat(rules).containsKey(other.rule());
        assertThat(pairs.add(rule.id() + " | " + other.rule())).as(other.rule()).isTrue();
      }
    }
    List<String> listed = new ArrayList<>();
    for (String line : PAIRS.lines().toList()) {
      listed.add(line.substring(0, line.indexOf('|', line.indexOf('|') + 1) - 1));
    }
    listed.add(OF_TEXT);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(pairs);
  }

  @Test
  void whatIsLeftOutIsNoWorseThanWhatIsSaid() {
    Map<String, RuleInfo> rules = byId();
    for (RuleInfo rule : rules.values()) {
      for (Superseded other : rule.supersedes()) {
        assertThat(rule.severity()).as(rule.id()).isLessThanOrEqualTo(severity(rules, other));
      }
    }
  }

  private static dev.kmslint.lint.Severity severity(Map<String, RuleInfo> rules, Superseded other) {
    RuleInfo info = rules.get(other.rule());
    return info == null ? dev.kmslint.lint.Severity.NOTE : info.severity();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = PAIRS)
  void ofTwoThatHaveOneCauseOneIsSaid(String rule, String superseded, String statement) {
    assertThat(found(statement, superseded)).containsOnly(superseded).isNotEmpty();
    assertThat(found(statement, rule, superseded)).containsOnly(rule).isNotEmpty();
  }

  private static List<String> found(String statement, String... ids) {
    String effect = statement.startsWith("'Effect'") ? "" : "'Effect': 'Allow', ";
    String json = "{'Version': '2012-10-17', 'Statement': [{" + effect + statement + "}]}";
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Document document = JsonReader.read("policy.json", bytes);
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : BuiltInRules.all()) {
      if (List.of(ids).contains(rule.info().id())) {
        rules.add(rule);
      }
    }
    Facts facts = Facts.ofWords("owner=111122223333 roles=arn:aws:iam::111122223333:role/R");
    Policy policy =
        PolicyReader.read(document.root(), facts.kind("policy", json.replace('\'', '"')));
    return new Linter(RuleSet.of(rules))
        .check(facts.context(policy)).findings().stream().map(Finding::rule).toList();
  }
}
