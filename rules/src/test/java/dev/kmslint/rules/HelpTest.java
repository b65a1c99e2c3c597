package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Rule;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say to write instead, where they work it out from what stands there. */
class HelpTest {
  private static final String UUID = "1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/" + UUID;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Allow use of the key | write `AllowUseOfTheKey`",
        "zAaZ09-z{9 | write `zAaZ09Z9`",
        "-az_AZ | write `AzAZ`",
        "--- | use the letters A to Z, a to z and digits",
      })
  void sids(String sid, String help) {
    String statement = "'Sid':'" + sid + "','Effect':'Allow','Action':'a:b','Resource':'*'";
    assertThat(help("policy/invalid-sid", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "allow | did you mean `Allow`?",
        "~ Deny ~ | did you mean `Deny`?",
        "Permit | write `Allow` or `Deny`",
      })
  void effects(String effect, String help) {
    String statement = "'Effect':'" + effect + "','Action':'a:b','Resource':'*'";
    assertThat(help("policy/invalid-effect", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "kms:ReEncrypt | did you mean `kms:ReEncrypt*`? it stands for `kms:ReEncryptFrom` and"
            + " `kms:ReEncryptTo`",
        "kms:List | did you mean `kms:List*`? it stands for `kms:ListAliases` and 6 more",
        "kms:Synchronize | use an action from the service's list,"
            + " https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
        "kms:Si | use an action from the service's list,"
            + " https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
        "kms:reencrypt | did you mean `kms:reencrypt*`? it stands for `kms:ReEncryptFrom` and"
            + " `kms:ReEncryptTo`",
        "kms:GenerateDataKe | did you mean `kms:GenerateDataKey`?",
        "kms:GenerateMa | did you mean `kms:GenerateMac`?",
        "KMS:Decript | did you mean `kms:Decrypt`?",
        "rds:CopyDBClusterSnapshots | did you mean `rds:CopyDBClusterSnapshot`?",
      })
  void actions(String action, String help) {
    String statement = "'Effect':'Allow','Action':'" + action + "','Resource':'*'";
    assertThat(help("policy/unknown-action", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "StringEqual | did you mean `StringEquals`?",
        "~ bool~ | did you mean `Bool`?",
        "ForAnyValues:StringLikeIfExist | did you mean `ForAnyValue:StringLikeIfExists`?",
        "Nul | did you mean `Null`?",
        "kms:ViaService | put the condition key under an operator: `{\"StringEquals\":"
            + " {\"kms:ViaService\": ...}}`",
        "ForSomeValues:StringEquals | use an operator such as `StringEquals`, `StringLike`,"
            + " `ArnLike` or `Bool`",
        "Matches | use an operator such as `StringEquals`, `StringLike`, `ArnLike` or `Bool`",
      })
  void operators(String operator, String help) {
    String statement =
        "'Effect':'Allow','Action':'a:b','Resource':'*','Condition':{'"
            + operator
            + "':{'a:b':''}}";
    assertThat(help("policy/unknown-operator", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~ " + KEY + "~ | did you mean `" + KEY + "`?",
        "ARN:aws:KMS:eu-west-1:111122223333:" + UUID + " | did you mean `" + KEY + "`?",
        "arn:aws:kms:eu-west-1:111122223333:key:" + UUID + " | did you mean `" + KEY + "`?",
        "arn:aws:kms:eu-west-1:111122223333:alias:app | did you mean"
            + " `arn:aws:kms:eu-west-1:111122223333:alias/app`?",
        "arn:aws:S3:eu-west-1:111122223333:key:"
            + UUID
            + " | did you mean"
            + " `arn:aws:s3:eu-west-1:111122223333:key:"
            + UUID
            + "`?",
        "arn:aws:S3:eu-west-1:111122223333:alias:app | did you mean"
            + " `arn:aws:s3:eu-west-1:111122223333:alias:app`?",
        "arn:aws:S3:::" + UUID + " | did you mean `arn:aws:s3:::" + UUID + "`?",
        KEY + "," + KEY + " | write each ARN as a string of its own, in a JSON list",
        KEY + ", " + KEY + " | write each ARN as a string of its own, in a JSON list",
        UUID + " | write the ARN of the key, such as `arn:aws:kms:REGION:ACCOUNT:key/" + UUID + "`",
        "mrk-1 | write the ARN of the key, such as `arn:aws:kms:REGION:ACCOUNT:key/mrk-1`",
        "1234abcd-12ab-34cd-56ef-1234567890a | write an ARN, such as"
            + " `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`",
        "1234abcd-12ab-34cd-56ef01234567890ab | write an ARN, such as"
            + " `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`",
        "1234abcd-12ab-34cd-56ef-123456-890ab | write an ARN, such as"
            + " `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`",
        "1234abcd-12ab-34cd056ef-1234567890ab | write an ARN, such as"
            + " `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`",
        "~~ | write an ARN, such as `arn:aws:kms:REGION:ACCOUNT:key/ID`, or `*`",
      })
  void arns(String arn, String help) {
    String statement = "'Effect':'Allow','Action':'kms:Decrypt','Resource':'" + arn + "'";
    assertThat(help("policy/malformed-arn", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1111-2222-3333 | did you mean `111122223333`? an account id has 12 digits",
        "111122223 | did you mean `000111122223`? an account id has 12 digits",
        "11112222 | write the 12 digits of the account id, or `*`",
        "1111222233334 | write the 12 digits of the account id, or `*`",
        "undefined | write the 12 digits of the account id, or `*`",
      })
  void accounts(String account, String help) {
    String arn = "arn:aws:kms:eu-west-1:" + account + ":key/" + UUID;
    String statement = "'Effect':'Allow','Action':'kms:Decrypt','Resource':'" + arn + "'";
    assertThat(help("policy/invalid-account", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "logs | did you mean `logs.amazonaws.com`?",
        "a-z09.aws.com | did you mean `a-z09.amazonaws.com`?",
        "arn:aws:iam::111122223333:root | write a user, role or account as `{\"AWS\":"
            + " \"arn:aws:iam::111122223333:root\"}`",
        "https://logs.amazonaws.com | name each service, such as `logs.amazonaws.com`",
        "{logs} | name each service, such as `logs.amazonaws.com`",
        "*.amazonaws.com | name each service, such as `logs.amazonaws.com`",
        "`logs.aws.com | name each service, such as `logs.amazonaws.com`",
        "~~ | name each service, such as `logs.amazonaws.com`",
      })
  void services(String service, String help) {
    String statement =
        "'Effect':'Allow','Principal':{'Service':'"
            + service
            + "'},'Action':'kms:Decrypt','Resource':'*'";
    assertThat(help("kms/malformed-service-principal", "key", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "StringEquals | kms:ViaService | rds.amazonaws.com | write the service with its Region, such"
            + " as `rds.us-east-1.amazonaws.com`",
        "StringEquals | kms:ViaService | ec2.cn-north-1.amazonaws.com.cn | write the service with"
            + " its Region, such as `ec2.cn-north-1.amazonaws.com`",
        "StringLike | kms:ViaService | ec2*.amazon.com | write the service with its Region, such as"
            + " `rds.us-east-1.amazonaws.com`",
        "StringEquals | kms:CallerAccount | arn:aws:iam::111122223333:root | write the account id"
            + " alone: `111122223333`",
        "StringEquals | kms:CallerAccount | 1234 | write the 12 digits of the account id",
        "StringEquals | aws:SourceVpce | vpc-1 | write `vpc-` or `vpce-` and 8 or 17 hexadecimal"
            + " digits; VPCs belong under `aws:SourceVpc`, endpoints under `aws:SourceVpce`",
        "ArnLike | aws:SourceArn | topic | write an ARN, such as"
            + " `arn:aws:iam::111122223333:role/Name`",
        "Bool | aws:SecureTransport | yes | write `true` or `false`",
        "NumericLessThan | aws:MultiFactorAuthAge | 1h | write a number, such as `3600`",
        "DateLessThan | aws:CurrentTime | now | write a date such as `2026-01-31T00:00:00Z`, or"
            + " seconds since 1970",
        "IpAddress | aws:SourceIp | 10.* | write an address or a range, such as `203.0.113.0/24`",
        "BinaryEquals | aws:PrincipalTag/b | ? | write the bytes in base64",
      })
  void values(String operator, String key, String value, String help) {
    String statement =
        "'Effect':'Allow','Action':'kms:Decrypt','Resource':'*','Condition':{'%s':{'%s':'%s'}}"
            .formatted(operator, key, value);
    assertThat(help("policy/invalid-condition-value", "identity", statement)).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cidr-host-bits | IpAddress | aws:SourceIp | 203.0.113.77/12 | write `203.0.0.0/12`, or the"
            + " address without `/`",
        "cidr-host-bits | IpAddress | aws:SourceIp | 2001:db8::1/32 | write the first address of"
            + " the range, or the address without `/`",
        "malformed-condition-key | StringEquals | ViaService | a | did you mean `kms:ViaService`?",
        "malformed-condition-key | StringEquals | SourceVpc | a | did you mean `aws:SourceVpc`?",
        "malformed-condition-key | StringEquals | aws :userid | a | did you mean `aws:userid`?",
        "malformed-condition-key | StringEquals | x | a | write it as `prefix:name`, such as"
            + " `aws:SourceIp` or `kms:ViaService`",
        "wildcard-without-like | ForAnyValue:StringNotEqualsIfExists | a:b | * | use"
            + " `ForAnyValue:StringNotLikeIfExists`",
        "string-operator-on-arn | StringNotLikeIfExists | aws:PrincipalArn | arn:aws:iam::*:root |"
            + " use `ArnNotLikeIfExists`",
        "set-operator-on-single-value | ForAllValues:StringLikeIfExists | aws:userid | a | write"
            + " `StringLikeIfExists`",
        "missing-set-operator | StringLike | aws:TagKeys | a | write `ForAnyValue:StringLike` where"
            + " one is enough, `ForAllValues:StringLike` where all have to match",
        "for-all-values-allow | ForAllValues:StringLike | aws:TagKeys | a | if they are not meant,"
            + " add `\"Null\": {\"aws:TagKeys\": \"false\"}`",
        "if-exists-weakens | StringLikeIfExists | kms:ViaService | a | if they are not meant, write"
            + " `StringLike`",
        "invalid-region | StringEquals | aws:RequestedRegion | us-wset-2 | did you mean"
            + " `us-west-2`?",
        "invalid-region | StringEquals | kms:ViaService | eu-west-1.rds.amazonaws.com | did you mean"
            + " `rds.eu-west-1.amazonaws.com`?",
        "invalid-region | StringEquals | aws:RequestedRegion | Frankfurt | write a Region, such as"
            + " `eu-west-1`, or `*` for all, where there is one",
        "malformed-variable | StringEquals | aws:userid | ${AWS::AccountId} | AWS CloudFormation"
            + " replaces it only where `Fn::Sub` stands",
        "mfa-not-enforced | BoolIfExists | aws:MultiFactorAuthPresent | true | write `\"Bool\":"
            + " {\"aws:MultiFactorAuthPresent\": \"true\"}`",
      })
  void conditions(String rule, String operator, String key, String value, String help) {
    String statement =
        "'Effect':'Allow','Action':'kms:Decrypt','Resource':'*','Condition':{'%s':{'%s':'%s'}}"
            .formatted(operator, key, value);
    assertThat(help("policy/" + rule, "identity", statement)).containsExactly(help);
  }

  private static List<String> help(String rule, String kind, String statement) {
    String json = "{'Version':'2012-10-17','Statement':{" + statement + "}}";
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Document document = JsonReader.read("policy.json", bytes);
    Facts facts = Facts.ofWords("kind=" + kind);
    return BuiltInRules.all().stream()
        .filter(one -> one.info().id().equals(rule))
        .map(Rule.OfPolicy.class::cast)
        .flatMap(
            one ->
                one
                    .check(
                        facts.context(
                            PolicyReader.read(document.root(), facts.kind("policy", json))))
                    .stream())
        .map(Finding::help)
        .toList();
  }
}
