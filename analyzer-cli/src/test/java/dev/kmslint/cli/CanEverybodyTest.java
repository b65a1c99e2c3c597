package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code can '*'} about the users and roles that exports, states and templates tell of. */
class CanEverybodyTest extends CanRuns {
  private static final String EXPORT =
      """
      {"UserDetailList": [
         {"Arn": "arn:aws:iam::111122223333:user/ann", "GroupList": ["G"]},
         {"Arn": "arn:aws:iam::111122223333:user/bob",
          "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/B"},
          "UserPolicyList": [{"PolicyDocument": ALLOW}]},
         {"Arn": "arn:aws:iam::111122223333:user/cid",
          "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/X"},
          "UserPolicyList": [{"PolicyDocument": ALLOW}]},
         {"Arn": "arn:aws:iam::111122223333:user/dan",
          "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::111122223333:policy/X"}]},
         {"Arn": "arn:aws:iam::111122223333:user/eve"}],
       "GroupDetailList": [{"GroupName": "G", "GroupPolicyList": [{"PolicyDocument": ALLOW}]}],
       "RoleDetailList": [
         {"Arn": "arn:aws:iam::444455556666:role/Grants", "RolePolicyList": [{"PolicyDocument": ALLOW}]},
         {"Arn": "arn:aws:iam::444455556666:role/Denied", "RolePolicyList": [
           {"PolicyDocument": ALLOW},
           {"PolicyDocument": {"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}}]}],
       "Policies": [{"Arn": "arn:aws:iam::111122223333:policy/B", "PolicyVersionList": [
         {"IsDefaultVersion": true, "Document": {"Statement":
           {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}]}]}
      """
          .replace(
              "ALLOW",
              "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"kms:*\", \"Resource\": \"*\"}}");

  @Test
  void listsWhoCanOfThoseWhomExportsTellOf() {
    kmslint.file("export.json", EXPORT);
    Kmslint.Result result = run("*", "kms:CreateGrant", KEY, "key.json", "export.json");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo(
            """
            DEPENDS: of 7 users and roles, 1 is allowed every request for `kms:CreateGrant` on \
            `KEY`, 1 some of them, and of 2 it is not known
              always   arn:aws:iam::111122223333:user/ann
                       key.json:2:3: statement "Owner" of the key policy lets its account in
                       export.json:12:94: statement 1 allows it
              unknown  arn:aws:iam::111122223333:user/cid: its permissions boundary is not in the files
              unknown  arn:aws:iam::111122223333:user/dan: the text of one of its policies is not in the files
              depends  arn:aws:iam::444455556666:role/Grants: it depends on `kms:GrantIsForAWSResource`
                       key.json:4:3: statement "Grants" of the key policy lets its account in
                       export.json:14:105: statement 1 allows it
              never    3 others
              assumed: no service control policy and no resource control policy restricts it
              assumed: no grant gives access to the key
              assumed: only the users and roles in the files were asked about: no root user, no AWS service and no other account
            """
                .replace("KEY", KEY));
  }

  @Test
  void grantsThatAreGivenAreSaidToBeLeftOut() {
    kmslint.file(
        "grants.json",
        "{\"Grants\":[{\"KeyId\":\"KEY\",\"GranteePrincipal\":\"arn:aws:iam::444455556666:role/R\","
                .replace("KEY", KEY)
            + "\"Operations\":[\"Decrypt\"]}]}");
    assertThat(run("444455556666", "kms:Decrypt", KEY, "key.json", "grants.json").out())
        .contains(
            "assumed: no grant gives access to the key; those in `grants.json` were not looked at");
  }

  @Test
  void whoCanIsAnsweredTogetherByWhatAllHave() {
    kmslint.file("export.json", EXPORT);
    assertThat(run("*", "kms:Decrypt", KEY, "export.json").out()).startsWith("UNKNOWN: of 7 users");
    assertThat(run("*", "kms:RevokeGrant", KEY, "key.json", "export.json", "-q").out())
        .startsWith("DEPENDS: of 7 users and roles, 1 is allowed every request for");
    kmslint.file("export.json", EXPORT.replace("arn:aws:iam::111122223333", "arn:aws:iam::1"));
    kmslint.file("key.json", Kmslint.KEY_POLICY.replace("444455556666", "777788889999"));
    assertThat(run("*", "kms:Decrypt", KEY, "key.json", "export.json").out())
        .startsWith("NEVER: none of 2 users and roles is allowed any request for `kms:Decrypt` on")
        .contains("  never    2 users and roles\n");
    assertThat(answer("*", "kms:Decrypt", KEY, "key.json", "export.json")).isEqualTo("never");
    assertThat(answer("*", "s3:GetObject", "arn:aws:s3:::b/k", "key.json", "export.json"))
        .isEqualTo("never");
  }

  @Test
  void whoCanSaysHowTheKeyPolicyLetsSomebodyIn() {
    kmslint.file("export.json", EXPORT);
    kmslint.file(
        "key.json",
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/eve"},
           "Action": "kms:*", "Resource": "*"}]}
        """);
    Kmslint.Result result =
        run("*", "kms:Decrypt", KEY, "key.json", "export.json", "--format", "json");
    assertThat(result.out())
        .contains(
            "\"principal\": \"arn:aws:iam::111122223333:user/eve\",\n      \"answer\": \"always\"")
        .containsOnlyOnce("\"through\": \"direct\"")
        .contains("\"reason\": \"the key policy does not allow it\"");
  }

  @Test
  void aStateSaysWhoHoldsItsPoliciesAndAnAccountHasThemAll() {
    kmslint.file(
        "state.json",
        """
        {"format_version": "1.0", "values": {"root_module": {"resources": [
          {"address": "aws_iam_role.r", "mode": "managed", "type": "aws_iam_role", "name": "r",
           "values": {"name": "R", "arn": "arn:aws:iam::111122223333:role/R"}},
          {"address": "aws_iam_role_policy.p", "mode": "managed", "type": "aws_iam_role_policy",
           "name": "p", "values": {"role": "R", "policy":
             "{\\"Statement\\":{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"kms:*\\",\\"Resource\\":\\"*\\"}}"}}]}}}
        """);
    String role = "arn:aws:iam::111122223333:role/";
    assertThat(answer(role + "R", "kms:Decrypt", KEY, "key.json", "state.json"))
        .isEqualTo("always");
    assertThat(answer("111122223333", "kms:Decrypt", KEY, "key.json", "state.json"))
        .isEqualTo("always");
    Kmslint.Result other = run(role + "S", "kms:Decrypt", KEY, "key.json", "state.json");
    assertThat(other.out()).startsWith("NEVER");
    assertThat(other.err()).contains("has none of them; name a user or role whose they are");
  }

  @Test
  void whoCanIsAlwaysWhenEveryoneAlwaysCan() {
    kmslint.file(
        "export.json",
        """
        {"RoleDetailList": [
          {"Arn": "arn:aws:iam::111122223333:role/A"}, {"Arn": "arn:aws:iam::111122223333:role/B"}]}
        """);
    kmslint.file(
        "key.json",
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]}
        """);
    Kmslint.Result result = run("*", "kms:Decrypt", KEY, "key.json", "export.json");
    assertThat(result.out())
        .startsWith("ALWAYS: of 2 users and roles, 2 are allowed every request for `kms:Decrypt`");
    assertThat(result.status()).isZero();
  }

  @Test
  void factsAboutPrincipalsHoldForThoseInTheExports() {
    kmslint.file("export.json", EXPORT);
    kmslint.file(
        "key.json",
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*",
           "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}
        """);
    assertThat(run("*", "kms:Decrypt", KEY, "key.json", "export.json").out())
        .contains(
            "depends  arn:aws:iam::111122223333:user/ann: it depends on `aws:PrincipalOrgID`");
    String fact = "aws:PrincipalOrgID=o-a1b2c3d4e5";
    assertThat(run("*", "kms:Decrypt", KEY, "key.json", "export.json", "--fact", fact).out())
        .contains("always   arn:aws:iam::111122223333:user/ann\n")
        .contains("always   arn:aws:iam::444455556666:role/Grants\n");
    assertThat(
            run(
                    "*",
                    "kms:Decrypt",
                    KEY,
                    "key.json",
                    "export.json",
                    "--fact",
                    fact,
                    "--absent",
                    "aws:PrincipalOrgID")
                .out())
        .startsWith("NEVER");
  }
}
