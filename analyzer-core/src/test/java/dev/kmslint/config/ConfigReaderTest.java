package dev.kmslint.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Grade;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  static final String FULL =
      """
      fail-on: warning
      trusted-accounts: ["444455556666"]            # quiet about these
      trusted-orgs: [ o-abc1234567 ]
      facts: { "aws:PrincipalOrgID": "o-abc123", "aws:SecureTransport": true, k: [ a, b ] }
      rules: { kms/lockout: off, kms/external-access: note }
      exclude: [ "generated/**" ]
      suppress:
        - rule: kms/external-access
          file: policies/key.json
          sid: Allow use of the key
          reason: shared with the DR account, ticket 123
          expires: 2028-02-29
        - rule: kms/lockout
          file: key.json
          at: /Statement/1
          reason: agreed
      shares:
        - name: orders-to-dr
          scenario: aurora-snapshot-copy
          to: "444455556666"
          root-user: true
          key-arn: arn:aws:kms:us-west-2:111122223333:key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26
          key-policy: key-policy.json
          identity-policies: [ iam-policy.json, more.json ]
          region: us-west-2
          permissions-boundary: boundary.json
          session-policy: session.json
          scps: [ scp.json ]
          rcps: [ rcp.json ]
          key: describe-key.json
          snapshot: snapshot.json
          snapshot-attributes: snapshot-attributes.json
          request: copy-request.json
          facts: { "aws:PrincipalOrgID": "o-abc123" }
        - to: arn:aws:iam::444455556666:role/Copy
      """;

  private static ConfigReader.Result read(String text) {
    return ConfigReader.read(
        YamlReader.read(new SourceFile(".kmslint.yml", text)),
        TestRules.of("kms/external-access", "kms/lockout", "iam/full-admin"));
  }

  private static String onlyFault(String text) {
    List<ConfigFault> faults = read(text).faults();
    assertThat(faults).hasSize(1);
    return faults.get(0).location().region().start() + " " + faults.get(0).message();
  }

  @Test
  void readsEverySetting() {
    ConfigReader.Result result = read(FULL);
    assertThat(result.faults()).isEmpty();
    Config config = result.config();
    assertThat(config.failOn()).isEqualTo(FailOn.WARNING);
    assertThat(config.trustedAccounts()).containsExactly("444455556666");
    assertThat(config.trustedOrganizations()).containsExactly("o-abc1234567");
    assertThat(config.facts())
        .isEqualTo(
            Map.of(
                "aws:PrincipalOrgID", List.of("o-abc123"),
                "aws:SecureTransport", List.of("true"),
                "k", List.of("a", "b")));
    assertThat(config.rules())
        .isEqualTo(Map.of("kms/lockout", Grade.OFF, "kms/external-access", Grade.NOTE));
    assertThat(config.exclude()).containsExactly("generated/**");
  }

  @Test
  void readsSuppressions() {
    List<SuppressConfig> suppressions = read(FULL).config().suppressions();
    assertThat(suppressions).hasSize(2);
    SuppressConfig first = suppressions.get(0);
    assertThat(first.rule()).isEqualTo("kms/external-access");
    assertThat(first.file().value()).isEqualTo("policies/key.json");
    assertThat(first.sid()).isEqualTo("Allow use of the key");
    assertThat(first.at()).isNull();
    assertThat(first.reason()).isEqualTo("shared with the DR account, ticket 123");
    assertThat(first.location().region().start()).hasToString("8:11");
    assertThat(first.location().pointer()).hasToString("/suppress/0");
    assertThat(first.expiredOn("2028-02-29")).isFalse();
    assertThat(first.expiredOn("2028-03-01")).isTrue();
    assertThat(suppressions.get(1).at()).isEqualTo("/Statement/1");
    assertThat(suppressions.get(1).sid()).isNull();
    assertThat(suppressions.get(1).expiredOn("9999-01-01")).isFalse();
  }

  @Test
  void readsShares() {
    List<ShareConfig> shares = read(FULL).config().shares();
    assertThat(shares).hasSize(2);
    ShareConfig share = shares.get(0);
    assertThat(share.name()).isEqualTo("orders-to-dr");
    assertThat(requireNonNull(share.scenario()).name()).isEqualTo("aurora-snapshot-copy");
    assertThat(share.to()).isEqualTo("444455556666");
    assertThat(share.rootUser()).isTrue();
    assertThat(share.keyArn()).endsWith("key/c989c1dd-a3f2-4a5d-8d96-e793d082ab26");
    assertThat(share.region()).isEqualTo("us-west-2");
    assertThat(share.location().text()).isEqualTo("orders-to-dr");
    assertThat(share.location().pointer()).hasToString("/shares/0");
    assertThat(share.facts()).containsEntry("aws:PrincipalOrgID", List.of("o-abc123"));
    ShareConfig.Files files = share.files();
    assertThat(files.keyPolicy()).hasToString("key-policy.json");
    assertThat(files.identityPolicies().toString()).isEqualTo("[iam-policy.json, more.json]");
    assertThat(files.boundary()).hasToString("boundary.json");
    assertThat(files.session()).hasToString("session.json");
    assertThat(files.scps().toString()).isEqualTo("[scp.json]");
    assertThat(files.rcps().toString()).isEqualTo("[rcp.json]");
    assertThat(files.key()).hasToString("describe-key.json");
    assertThat(files.snapshot()).hasToString("snapshot.json");
    assertThat(files.attributes()).hasToString("snapshot-attributes.json");
    assertThat(files.request()).hasToString("copy-request.json");
    assertThat(shares.get(1).name()).isEmpty();
    assertThat(shares.get(1).files().keyPolicy()).isNull();
    assertThat(shares.get(1).location().text()).isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "null", "{}"})
  void anEmptyFileSaysNothing(String text) {
    assertThat(read(text)).isEqualTo(new ConfigReader.Result(Config.empty(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fail_on: error | 1:1 there is no setting `fail_on` here; did you mean `fail-on`?",
        "fail-on: fatal | 1:10 `fail-on` is `error`, `warning`, `note` or `never`, not `fatal`",
        "trusted-accounts: 444455556666 | 1:19 `trusted-accounts` must be a list, not a number",
        "trusted-accounts: [ 444455556666 ] | 1:21 an account id must stand in quotes, or it is a number: write `\"444455556666\"`",
        "trusted-accounts: [ 12345678 ] | 1:21 an account id has 12 digits and stands in quotes, and `12345678` lost its leading zeros: write `\"000012345678\"` if that is the account",
        "trusted-accounts: [ 012345678901 ] | 1:21 an account id must stand in quotes, or it is a number: write `\"012345678901\"`",
        "trusted-accounts: [ '4444' ] | 1:21 `4444` is no account id, which has 12 digits",
        "trusted-orgs: [ abc ] | 1:17 `abc` is no organization id, as `o-abc1234567`",
        "facts: { a: 7 } | 1:13 the value of `a` must stand in quotes",
        "facts: [ a ] | 1:8 `facts` must be an object, not an array",
        "rules: { kms/lockot: off } | 1:10 there is no rule `kms/lockot`; did you mean `kms/lockout`?",
        "rules: { kms/lockout: false } | 1:23 a rule is `off`, `error`, `warning` or `note`",
        "exclude: generated | 1:10 `exclude` must be a list, not a string",
        "'rules: {}\nrules: {}' | 2:1 `rules` stands here twice",
        "[ a ] | 1:1 a configuration must be an object, not an array",
        "'a: b: c' | 1:5 this is not YAML: mapping values are not allowed here"
      })
  void saysWhatIsWrongAndWhere(String text, String fault) {
    assertThat(onlyFault(text)).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: x | 1:11 a share needs `to`",
        "to: 12345678901 | 1:17 an account id has 12 digits and stands in quotes, and `12345678901` lost its leading zeros: write `\"012345678901\"` if that is the account",
        "to: bob | 1:17 `bob` is neither an account id of 12 digits nor the ARN of a principal",
        "to: rds.amazonaws.com | 1:17 `rds.amazonaws.com` is neither an account id of 12 digits nor the ARN of a principal",
        "to: '444455556666', scenario: aurora-snapshot-cpy | 1:43 there is no scenario `aurora-snapshot-cpy`; did you mean `aurora-snapshot-copy`?",
        "to: '444455556666', scenario: x | 1:43 there is no scenario `x`; there are `aurora-snapshot-copy`, `aurora-snapshot-restore`, `rds-snapshot-copy`, `rds-snapshot-restore`",
        "to: '444455556666', key-arn: 'arn:aws:kms:us-west-2:111122223333:alias/a' | 1:42 `arn:aws:kms:us-west-2:111122223333:alias/a` is not the ARN of a KMS key",
        "to: '444455556666', region: moon | 1:41 `moon` is not named like a Region of AWS",
        "to: '444455556666', identity-policy: a.json | 1:33 there is no setting `identity-policy` here",
        "to: '444455556666', root-user: 'yes' | 1:44 `root-user` must be true or false, not a string",
        "to: '444455556666', key-policy: '' | 1:45 `key-policy` is empty"
      })
  void saysWhatIsWrongWithAShare(String members, String fault) {
    assertThat(onlyFault("shares: [ { " + members + " } ]")).startsWith(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file: f, sid: s, reason: r | 1:13 an entry of `suppress` needs `rule`",
        "rule: kms/lockout, sid: s, reason: r | 1:13 an entry of `suppress` needs `file`",
        "rule: kms/lockout, file: f, sid: s | 1:13 an entry of `suppress` needs `reason`",
        "rule: kms/lockout, file: f, reason: r | 1:13 an entry of `suppress` needs `sid`, the Sid of the statement, or `at`, the JSON pointer of the place",
        "rule: lockout, file: f, sid: s, reason: r | 1:21 there is no rule `lockout`; did you mean `kms/lockout`?",
        "rule: kms/lockout, file: f, at: Statement/1, reason: r | 1:47 `Statement/1` is not a JSON pointer such as `/Statement/1`",
        "rule: kms/lockout, file: f, at: '', reason: r, expires: 30.6.2027 | 1:71 `30.6.2027` is not a date, which is written as `2027-06-30`",
        "rule: kms/lockout, file: f, at: '', reason: r, expires: 2027-02-29 | 1:71 there is no day `2027-02-29`",
        "rule: kms/lockout, file: f, at: '', reason: r, expires: 2027-13-01 | 1:71 there is no day `2027-13-01`",
        "rule: kms/lockout, file: f, line: 7, sid: s, reason: r | 1:43 there is no setting `line` here"
      })
  void saysWhatIsWrongWithASuppression(String members, String fault) {
    assertThat(onlyFault("suppress: [ { " + members + " } ]")).startsWith(fault);
  }

  @Test
  void findsAllFaultsInOneGoInTheOrderOfTheText() {
    List<ConfigFault> faults =
        read("shares: [ { to: 7 }, { to: x } ]\nfail-on: x\nrules: { a/b: off }\n").faults();
    assertThat(faults)
        .extracting(fault -> fault.location().region().start().toString())
        .containsExactly("1:17", "1:28", "2:10", "3:10");
  }

  @Test
  void sharesHaveNamesOfTheirOwn() {
    assertThat(
            onlyFault(
                "shares: [ { name: a, to: '444455556666' }, { name: a, to: '444455556666' } ]"))
        .isEqualTo("1:52 another share is called `a` too");
  }
}
