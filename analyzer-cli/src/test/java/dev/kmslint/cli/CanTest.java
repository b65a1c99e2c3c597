package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanTest extends CanRuns {
  @Test
  void answersForAllRequestsThatFit() {
    assertThat(answer(USER, "kms:CreateGrant", KEY, "key.json", "iam.json")).isEqualTo("depends");
    assertThat(answer(USER, "kms:Decrypt", KEY, "key.json", "iam.json")).isEqualTo("never");
    assertThat(answer("111122223333", "kms:Decrypt", KEY, "key.json", "iam.json"))
        .isEqualTo("always");
    assertThat(answer("*", "kms:Decrypt", KEY, "key.json", "iam.json")).isEqualTo("depends");
    assertThat(answer("rds.amazonaws.com", "kms:*", KEY, "key.json")).isEqualTo("never");
    assertThat(answer(USER, "kms:CreateGrant", KEY, "iam.json")).isEqualTo("unknown");
    assertThat(
            answer(
                "arn:aws:iam::111122223333:role/*",
                "kms:De*",
                "*",
                "key.json",
                "iam.json",
                "--key-arn",
                KEY))
        .isEqualTo("always");
  }

  @Test
  void aKeyPolicyHasNoSayWhereThereIsNoKey() {
    assertThat(answer("111122223333", "kms:CreateKey", "*", "key.json", "iam.json"))
        .isEqualTo("always");
    assertThat(answer("111122223333", "rds:CopyDBClusterSnapshot", "*", "key.json", "iam.json"))
        .isEqualTo("never");
  }

  @Test
  void aRootArnIsTheRootUserWhoNeedsNoPolicy() {
    String root = "arn:aws:iam::111122223333:root";
    assertThat(answer(root, "kms:Decrypt", KEY, "key.json")).isEqualTo("always");
    assertThat(answer("111122223333", "kms:Decrypt", KEY, "key.json")).isEqualTo("never");
  }

  @Test
  void contextPinsKeys() {
    String key = "kms:GrantIsForAWSResource";
    String[] asked = {USER, "kms:CreateGrant", KEY, "key.json", "iam.json"};
    assertThat(answer(with(asked, "--context", key + "=true"))).isEqualTo("always");
    assertThat(answer(with(asked, "--context", key + "=false"))).isEqualTo("never");
    assertThat(answer(with(asked, "--absent", key))).isEqualTo("never");
    assertThat(answer(with(asked, "--only-context"))).isEqualTo("never");
    assertThat(answer(with(asked, "--fact", key + "=true"))).isEqualTo("always");
    assertThat(answer(with(asked, "--fact", key + "=true", "--absent", key))).isEqualTo("never");
    assertThat(answer(with(asked, "--fact", key + "=true", "--only-context"))).isEqualTo("never");
    kmslint.file(".kmslint.yml", "facts: {\"kms:GrantIsForAWSResource\": \"true\"}\n");
    assertThat(answer(asked)).isEqualTo("always");
  }

  @Test
  void contextTakesSetsAndCommas() {
    String[] asked = {"111122223333", "kms:TagResource", KEY, "key.json", "iam.json", "--context"};
    assertThat(answer(with(asked, "aws:TagKeys="))).isEqualTo("always");
    String[] json = with(asked, "aws:TagKeys=", "--format", "json");
    assertThat(run(json).out()).contains("\"aws:TagKeys\": []");
    assertThat(answer(with(asked, "aws:TagKeys=b,c"))).isEqualTo("always");
    assertThat(answer(with(asked, "aws:TagKeys=b\\,c"))).isEqualTo("never");
    assertThat(answer(with(asked, "aws:TagKeys=x,a"))).isEqualTo("never");
  }

  @Test
  void aSessionsRoleHasItsPath() {
    kmslint.file(
        "iam.json",
        """
        {"Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*", "Condition":
          {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app/*"}}}}
        """);
    String session = "arn:aws:sts::111122223333:assumed-role/Worker/s1";
    String[] asked = {session, "kms:Decrypt", KEY, "key.json", "iam.json"};
    assertThat(answer(asked)).isEqualTo("depends");
    String role = "arn:aws:iam::111122223333:role/app/Worker";
    assertThat(answer(with(asked, "--role-arn", role))).isEqualTo("always");
  }

  @Test
  void tellsPeopleTheAnswerARequestAndTheStatements() {
    Kmslint.Result result =
        kmslint.run("can", USER, "kms:CreateGrant", KEY, "key.json", "iam.json");
    assertThat(result.out())
        .isEqualTo(
            """
            DEPENDS: some requests by `arn:aws:iam::444455556666:user/Copy` for `kms:CreateGrant` on `KEY` are allowed and some are not: it depends on `kms:GrantIsForAWSResource`
              allowed, for example:
                principal  arn:aws:iam::444455556666:user/Copy
                action     kms:CreateGrant
                resource   KEY
                context    kms:GrantIsForAWSResource = true
              denied, for example:
                principal  arn:aws:iam::444455556666:user/Copy
                action     kms:CreateGrant
                resource   KEY
                context    no kms:GrantIsForAWSResource
              key.json:4:3: statement "Grants" allows it
              iam.json:2:3: statement 1 allows it
              assumed: no service control policy and no resource control policy restricts it
              assumed: the caller has no permissions boundary
              assumed: no grant gives access to the key
            """
                .replace("KEY", KEY));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void saysWhatStops() {
    assertThat(kmslint.run("can", USER, "kms:Decrypt", KEY, "key.json", "iam.json").out())
        .startsWith("NEVER: no request by ")
        .contains("is allowed: no statement of the key policy allows it\n")
        .contains("  key.json:4:3: statement \"Grants\" comes near, but does not fit the action");
    assertThat(kmslint.run("can", USER, "kms:CreateGrant", KEY, "key.json").out())
        .contains("is allowed: no identity policy was given, and it takes one\n")
        .contains("  assumed: the caller has no identity policy, since none was given\n");
    assertThat(
            kmslint
                .run(
                    "can",
                    "111122223333",
                    "kms:TagResource",
                    KEY,
                    "key.json",
                    "iam.json",
                    "--context",
                    "aws:TagKeys=a")
                .out())
        .contains("is allowed: it is denied\n")
        .contains("  key.json:7:3: statement \"Tags\" denies it\n");
    assertThat(kmslint.run("can", USER, "kms:ScheduleKeyDeletion", KEY, "key.json").out())
        .contains("`kms:ScheduleKeyDeletion` does not work on a key of another account\n");
  }

  @Test
  void saysWhatItTookForGranted() {
    assertThat(kmslint.run("can", "*", "kms:*", "*", "iam.json").out())
        .contains("the key policy was not given; `--key-policy` gives it\n");
    assertThat(kmslint.run("can", "*", "kms:PutKeyPolicy", "*", "key.json").out())
        .contains("the key's account is not known; `--owner` says it\n");
    kmslint.file("owner.json", Kmslint.KEY_POLICY);
    assertThat(kmslint.run("can", "111122223333", "kms:*", "*", "owner.json", "iam.json").out())
        .contains(
            "  inferred: the key's account is 111122223333, since it is the only account that the"
                + " policy names\n");
  }

  @Test
  void decidesWithoutTheKeysAccountWhereItMakesNoDifference() {
    String user = "arn:aws:iam::444455556666:user/u";
    String[] granted = {
      user,
      "kms:CreateGrant",
      "*",
      "key.json",
      "iam.json",
      "--context",
      "kms:GrantIsForAWSResource=true"
    };
    assertThat(answer(granted)).isEqualTo("always");
    assertThat(answer(user, "kms:Decrypt", "*", "key.json", "iam.json")).isEqualTo("never");
  }

  @Test
  void quietSaysNothingOfAnAlways() {
    Kmslint.Result result =
        kmslint.run("can", "111122223333", "kms:Decrypt", KEY, "key.json", "iam.json", "-q");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void optionsGiveFilesTheirRoles() {
    kmslint.file(
        "none.json",
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}");
    String user = "arn:aws:iam::111122223333:user/u"; // A service-linked role is above SCP and RCP.
    String[] asked = {user, "kms:Decrypt", KEY, "--key-policy", "key.json"};
    String[] full = with(asked, "--identity-policy", "iam.json");
    assertThat(answer(full)).isEqualTo("always");
    assertThat(answer(with(full, "--boundary", "none.json"))).isEqualTo("never");
    assertThat(answer(with(full, "--session-policy", "none.json"))).isEqualTo("never");
    kmslint.file(
        "deny.json",
        """
        {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"}}
        """);
    assertThat(answer(with(full, "--rcp", "deny.json"))).isEqualTo("never");
    kmslint.file(
        "scp.json",
        "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"kms:Decrypt\", \"Resource\": \"*\"}}");
    assertThat(answer(with(full, "--scp", "scp.json"))).isEqualTo("never");
    Kmslint.Result bare =
        kmslint.run(
            ("can 111122223333 kms:Decrypt " + KEY + " key.json iam.json deny.json")
                .split(" ", -1));
    assertThat(bare.err())
        .startsWith("kmslint: warning: `deny.json` has no part in the question, since it only");
    assertThat(bare.status()).isZero();
  }

  @Test
  void whatCannotBeReadLeavesTheAnswerUnknown() {
    kmslint.file("broken.json", "{\"Statement\": [");
    for (String file : new String[] {"missing.json", "broken.json"}) {
      Kmslint.Result json =
          kmslint.run("can", USER, "kms:*", KEY, "key.json", file, "--format", "json");
      assertThat(json.status()).isEqualTo(3);
      assertThat(json.out()).contains("\"answer\": \"unknown\"").contains("\"file\": \"" + file);
      Kmslint.Result text = kmslint.run("can", USER, "kms:*", KEY, "--key-policy", file);
      assertThat(text.status()).isEqualTo(3);
      assertThat(text.out()).contains(file + ": error: ");
    }
  }

  @Test
  void warnsOfAnActionThatDoesNotExist() {
    assertThat(kmslint.run("can", USER, "kms:Decyrpt", KEY, "key.json").err())
        .isEqualTo(
            "kmslint: warning: kmslint knows no action `kms:Decyrpt`; did you mean"
                + " `kms:Decrypt`?\n");
  }

  @Test
  void warnsOfAPolicyThatAwsRefuses() {
    kmslint.file("bad.json", Kmslint.KEY_POLICY.replace("Allow", "allow"));
    assertThat(kmslint.run("can", USER, "kms:Decrypt", KEY, "bad.json").err())
        .contains("bad.json:4:15: this policy has faults");
  }

  @Test
  void failOnChangesNothing() {
    assertThat(
            kmslint.run("can", USER, "kms:Decrypt", KEY, "key.json", "--fail-on", "never").status())
        .isEqualTo(1);
  }

  @Test
  void blamesTheMissingOwnerOnlyWhereItMatters() {
    kmslint.file(
        "open.json",
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "444455556666"]},
           "Action": "kms:*", "Resource": "*",
           "Condition": {"StringEquals": {"kms:GrantOperations": "Decrypt"}}}]}
        """);
    String unknown = run(USER, "kms:CreateGrant", "*", "open.json", "iam.json").out();
    assertThat(unknown).startsWith("UNKNOWN").doesNotContain("--owner");
    assertThat(run(USER, "kms:PutKeyPolicy", "*", "key.json", "iam.json").out())
        .doesNotContain("UNKNOWN");
    assertThat(run("111122223333", "kms:TagResource", "*", "key.json", "iam.json").out())
        .contains("the key's account is not known; `--owner` says it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bob kms:Decrypt * | `bob` is no principal: neither",
        "* Decrypt * | `Decrypt` is no action, which has a service and a name, as `kms:Decrypt`",
        "* kms:Decrypt key | `key` is no resource, which is an ARN or `*`",
        "* kms:Decrypt | `kmslint can` needs `PRINCIPAL ACTION RESOURCE [PATH...]`",
        "* kms:Decrypt * --context x | `--context` takes a condition key and its values",
        "* kms:Decrypt * --context a=1 --context A=2 | `--context` names `A` twice",
        "* kms:Decrypt * --context a=1 --absent A | `A` is pinned twice",
        "* kms:Decrypt * --owner 1 | `--owner`: `1` is no account id",
        "* kms:Decrypt * --key-arn x | `--key-arn`: `x` is not the ARN of a KMS key",
        "* kms:Decrypt * --role-arn x | `--role-arn` belongs to the ARN of a role's session",
        "111122223333 kms:Decrypt * --role-arn x | `--role-arn`: `x` is not the ARN of a role",
        "arn:aws:sts::111122223333:assumed-role/A/s kms:Decrypt * --role-arn arn:aws:iam::111122223333:role/B | `--role-arn`: `arn:aws:sts::111122223333:assumed-role/A/s` is no session of that role",
        "arn:aws:sts::111122223333:assumed-role/A/* kms:Decrypt * | `arn:aws:sts::111122223333:assumed-role/A/*` is a pattern of sessions; name their role",
        "* kms:Decrypt arn:aws:kms:us-west-2:111122223333:key/a --owner 444455556666 | `arn:aws:kms:us-west-2:111122223333:key/a` is not a key of the account that `--owner` names",
        "* kms:Decrypt arn:aws:kms:us-west-2:111122223333:key/a --key-arn arn:aws:kms:us-west-2:111122223333:key/b | `arn:aws:kms:us-west-2:111122223333:key/a` is not the key that `--key-arn` names",
        "* kms:Decrypt * --format sarif | `--format` cannot be `sarif`; it is one of text, json"
      })
  void refusesQuestionsThatMeanNothing(String line, String complaint) {
    Kmslint.Result result = kmslint.run(("can " + line).split(" ", -1));
    assertThat(result.err()).startsWith("kmslint: " + complaint);
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }
}
