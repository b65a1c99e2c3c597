package dev.kmslint.share;

import static dev.kmslint.share.Gap.Kind.ACTION_MISSING;
import static dev.kmslint.share.Gap.Kind.AUTOMATED_SNAPSHOT;
import static dev.kmslint.share.Gap.Kind.AWS_MANAGED_KEY;
import static dev.kmslint.share.Gap.Kind.AWS_OWNED_KEY;
import static dev.kmslint.share.Gap.Kind.CALLER_MISMATCH;
import static dev.kmslint.share.Gap.Kind.CONDITION_BLOCKS;
import static dev.kmslint.share.Gap.Kind.CREATE_GRANT_MISSING;
import static dev.kmslint.share.Gap.Kind.CROSS_ACCOUNT_AND_REGION;
import static dev.kmslint.share.Gap.Kind.ENCRYPT_ON_COPY;
import static dev.kmslint.share.Gap.Kind.EXPLICIT_DENY;
import static dev.kmslint.share.Gap.Kind.EXTERNAL_PRINCIPAL_MISSING;
import static dev.kmslint.share.Gap.Kind.GRANT_CONDITION_MISSING;
import static dev.kmslint.share.Gap.Kind.GUARDRAIL_BLOCKS;
import static dev.kmslint.share.Gap.Kind.IDENTIFIER_NOT_ARN;
import static dev.kmslint.share.Gap.Kind.IDENTITY_POLICY_MISSING;
import static dev.kmslint.share.Gap.Kind.INSTANCE_DIRECT_RESTORE;
import static dev.kmslint.share.Gap.Kind.KEEPS_SOURCE_KEY;
import static dev.kmslint.share.Gap.Kind.KEY_ARN_MISMATCH;
import static dev.kmslint.share.Gap.Kind.KEY_ID_NOT_ARN;
import static dev.kmslint.share.Gap.Kind.KEY_MISMATCH;
import static dev.kmslint.share.Gap.Kind.KEY_UNUSABLE;
import static dev.kmslint.share.Gap.Kind.NOT_SHARED_WITH_ACCOUNT;
import static dev.kmslint.share.Gap.Kind.PUBLIC_ENCRYPTED;
import static dev.kmslint.share.Gap.Kind.PUBLIC_SNAPSHOT;
import static dev.kmslint.share.Gap.Kind.REPLICA_KEY_NOT_SHARED;
import static dev.kmslint.share.Gap.Kind.ROOT_USER_CALLER;
import static dev.kmslint.share.Gap.Kind.SNAPSHOT_NOT_AVAILABLE;
import static dev.kmslint.share.Gap.Kind.TARGET_KEY_MISSING;
import static dev.kmslint.share.Gap.Kind.TARGET_KEY_OTHER_REGION;
import static dev.kmslint.share.Gap.Kind.TOO_MANY_ACCOUNTS;
import static dev.kmslint.share.Gap.Kind.UNDETERMINED;
import static dev.kmslint.share.Gap.Kind.WIDER_THAN_NEEDED;
import static dev.kmslint.share.Shares.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.testing.CaseFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShareCheckTest {
  private static final String SNAPSHOT =
      "arn:aws:rds:eu-west-1:123456781234:cluster-snapshot:orders-1";

  @Test
  void aRightPairIsProven() {
    ShareResult result = new Shares().check();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.gaps()).isEmpty();
    assertThat(result.obligations())
        .hasSize(9)
        .allSatisfy(
            decided -> assertThat(decided.result()).isEqualTo(dev.kmslint.access.Outcome.ALWAYS));
  }

  /** Rewrites that mean the same. */
  @TestFactory
  Stream<DynamicTest> harmlessRewrites() {
    Map<String, Shares> rewrites = new LinkedHashMap<>();
    rewrites.put(
        "account id",
        new Shares().inKeyPolicy("'arn:aws:iam::876543218765:root'", "'876543218765'"));
    rewrites.put("case of actions", new Shares().inKeyPolicy("kms:CreateGrant", "KMS:creategrant"));
    rewrites.put(
        "case of the key",
        new Shares().inKeyPolicy("kms:GrantIsForAWSResource", "KMS:grantisforawsresource"));
    rewrites.put("JSON true", new Shares().inKeyPolicy("'true'", "true"));
    rewrites.put("list of true", new Shares().inIdentityPolicy("'true'", "['true']"));
    rewrites.put(
        "resource list", new Shares().inIdentityPolicy("'" + KEY + "'", "['" + KEY + "']"));
    rewrites.put(
        "resource pattern", new Shares().inIdentityPolicy(KEY, "arn:aws:kms:*:123456781234:key/*"));
    rewrites.put("everything", new Shares().inIdentityPolicy("'" + KEY + "'", "'*'"));
    rewrites.put(
        "NotAction",
        new Shares()
            .identityPolicy(
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}}"));
    rewrites.put(
        "the account's root ARN as caller", with(s -> s.to = "arn:aws:iam::876543218765:root"));
    rewrites.put("a role as caller", with(s -> s.to = "arn:aws:iam::876543218765:role/dba/Copy"));
    rewrites.put(
        "a star bound to the account",
        new Shares()
            .inKeyPolicy(
                "'Principal': {'AWS': 'arn:aws:iam::876543218765:root'},\n   'Action': ['kms:Encrypt'",
                "'Principal': '*', 'Condition': {'StringEquals': {'kms:CallerAccount': '876543218765',"
                    + " 'kms:ViaService': 'rds.eu-west-1.amazonaws.com'}}, 'Action': ['kms:Encrypt'"));
    rewrites.put(
        "Control Tower's deny",
        new Shares()
            .keyPolicyAlso(
                "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*',"
                    + "'Condition':{'Bool':{'kms:GrantIsForAWSResource':'false'}}}"));
    return rewrites.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      ShareResult result = e.getValue().check();
                      assertThat(result.gaps()).isEmpty();
                      assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
                    }));
  }

  /** Single faults of the right pair, each with the one gap that breaks it. */
  @TestFactory
  Stream<DynamicTest> singleFaults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put(
        "grant missing in the key policy",
        new Fault(new Shares().inKeyPolicy("'kms:CreateGrant', ", ""), CREATE_GRANT_MISSING));
    faults.put(
        "grant missing in the identity policy",
        new Fault(new Shares().inIdentityPolicy("'kms:CreateGrant', ", ""), CREATE_GRANT_MISSING));
    faults.put(
        "DescribeKey missing",
        new Fault(new Shares().inKeyPolicy(", 'kms:DescribeKey'", ""), ACTION_MISSING));
    faults.put(
        "account digit in the key policy",
        new Fault(
            new Shares().inKeyPolicy("876543218765", "876543218766"), EXTERNAL_PRINCIPAL_MISSING));
    faults.put(
        "account digit in the resource",
        new Fault(new Shares().inIdentityPolicy("123456781234", "123456781235"), KEY_ARN_MISMATCH));
    faults.put(
        "Region in the resource",
        new Fault(new Shares().inIdentityPolicy("eu-west-1", "eu-central-1"), KEY_ARN_MISMATCH));
    faults.put(
        "alias in the resource",
        new Fault(
            new Shares()
                .inIdentityPolicy("key/0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604", "alias/orders"),
            KEY_ARN_MISMATCH));
    faults.put(
        "bare id in the resource",
        new Fault(
            new Shares().inIdentityPolicy(KEY, "0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604"),
            KEY_ARN_MISMATCH));
    faults.put(
        "deny in the key policy",
        new Fault(
            new Shares()
                .keyPolicyAlso(
                    "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "deny outside an organization",
        new Fault(
            with(
                s -> {
                  s.keyPolicyAlso(
                      "{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalOrgID':'o-mine'}}}");
                  s.facts.put("aws:PrincipalOrgID", List.of("o-other"));
                }),
            EXPLICIT_DENY));
    faults.put(
        "deny with NotPrincipal",
        new Fault(
            new Shares()
                .keyPolicyAlso(
                    "{'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::123456781234:role/Admin'},'Action':'kms:*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "deny in the identity policy",
        new Fault(
            new Shares().identityPolicyAlso("{'Effect':'Deny','Action':'kms:*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "explicit deny of the rds call",
        new Fault(
            new Shares()
                .identityPolicyAlso("{'Effect':'Deny','Action':'rds:Copy*','Resource':'*'}"),
            EXPLICIT_DENY));
    faults.put(
        "boundary",
        new Fault(
            with(
                s ->
                    s.boundary =
                        CaseFiles.policy(
                            PolicyKind.BOUNDARY,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}")),
            GUARDRAIL_BLOCKS));
    faults.put(
        "session policy",
        new Fault(
            with(
                s ->
                    s.session =
                        CaseFiles.policy(
                            PolicyKind.SESSION,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}")),
            GUARDRAIL_BLOCKS));
    faults.put(
        "SCP for a Region",
        new Fault(
            with(
                s ->
                    s.scps.add(
                        CaseFiles.policy(
                            PolicyKind.SCP,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Deny','NotAction':'iam:*','Resource':'*','Condition':{'StringNotEquals':{'aws:RequestedRegion':'us-east-1'}}}}"))),
            GUARDRAIL_BLOCKS));
    faults.put(
        "RCP",
        new Fault(
            with(
                s ->
                    s.rcps.add(
                        CaseFiles.policy(
                            PolicyKind.RCP,
                            "{'Version':'2012-10-17','Statement':{'Effect':'Deny','Principal':'*','Action':'kms:*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'123456781234'}}}}"))),
            GUARDRAIL_BLOCKS));
    faults.put(
        "ViaService of another Region",
        new Fault(
            new Shares()
                .inKeyPolicy(
                    "{'kms:GrantIsForAWSResource': 'true'}",
                    "{'kms:GrantIsForAWSResource': 'true'}, 'StringEquals': {'kms:ViaService': 'rds.us-east-1.amazonaws.com'}"),
            CONDITION_BLOCKS));
    faults.put(
        "condition false",
        new Fault(new Shares().inKeyPolicy("'true'", "'false'"), CONDITION_BLOCKS));
    faults.put(
        "condition misspelt",
        new Fault(
            new Shares().inKeyPolicy("GrantIsForAWSResource", "GrantIsForAWSResources"),
            CONDITION_BLOCKS));
    faults.put(
        "condition on DescribeKey",
        new Fault(
            new Shares()
                .inKeyPolicy(
                    "'kms:DescribeKey'],\n   'Resource': '*'}",
                    "'kms:DescribeKey'],\n   'Resource': '*', 'Condition': {'Bool': {'kms:GrantIsForAWSResource': 'true'}}}"),
            CONDITION_BLOCKS));
    faults.put(
        "source address",
        new Fault(
            new Shares()
                .identityPolicy(
                    "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':{'aws:SourceIp':'203.0.113.7/32'}}}}"),
            CONDITION_BLOCKS));
    faults.put(
        "statement without Resource",
        new Fault(
            new Shares().inKeyPolicy("'Resource': '*',\n   'Condition'", "'Condition'"),
            CREATE_GRANT_MISSING));
    faults.put(
        "another role",
        new Fault(
            with(
                s -> {
                  s.inKeyPolicy(
                      "arn:aws:iam::876543218765:root", "arn:aws:iam::876543218765:role/A");
                  s.to = "arn:aws:iam::876543218765:role/B";
                }),
            CALLER_MISMATCH));
    faults.put(
        "no kms in the identity policy",
        new Fault(
            new Shares()
                .identityPolicy(
                    "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'rds:*','Resource':'*'}}"),
            IDENTITY_POLICY_MISSING));
    faults.put(
        "multi-Region replica",
        new Fault(
            with(
                s -> {
                  s.keyArn =
                      "arn:aws:kms:eu-west-1:123456781234:key/mrk-0f3c9a526b1d4e8a9c472d5b8e71a604";
                  s.keyPolicy(
                      "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'AWS':'123456781234'},'Action':'kms:*','Resource':'*'}}");
                  s.inIdentityPolicy(KEY, "*");
                }),
            REPLICA_KEY_NOT_SHARED));
    faults.put("root user", new Fault(with(s -> s.rootUser = true), ROOT_USER_CALLER));
    faults.put(
        "AWS managed key",
        new Fault(
            with(s -> s.key = Shares.key("AWS", "Enabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")),
            AWS_MANAGED_KEY));
    faults.put(
        "disabled key",
        new Fault(
            with(
                s ->
                    s.key =
                        Shares.key("CUSTOMER", "Disabled", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT")),
            KEY_UNUSABLE));
    faults.put(
        "asymmetric key",
        new Fault(
            with(s -> s.key = Shares.key("CUSTOMER", "Enabled", "RSA_2048", "ENCRYPT_DECRYPT")),
            KEY_UNUSABLE));
    faults.put(
        "another key",
        new Fault(
            with(
                s -> {
                  s.keyArn = KEY.replace("0f3c", "0f3d");
                  s.inIdentityPolicy("0f3c", "0f3d");
                  s.snapshot = Shares.snapshot("manual", "available", "sse-kms", "true");
                }),
            KEY_MISMATCH));
    faults.put(
        "automated",
        new Fault(
            with(s -> s.snapshot = Shares.snapshot("automated", "available", null, "true")),
            AUTOMATED_SNAPSHOT));
    faults.put(
        "not available",
        new Fault(
            with(s -> s.snapshot = Shares.snapshot("manual", "creating", null, "true")),
            SNAPSHOT_NOT_AVAILABLE));
    faults.put(
        "21 accounts",
        new Fault(
            with(
                s -> {
                  List<String> accounts = new ArrayList<>(List.of("876543218765"));
                  for (int i = 10; i < 30; i++) {
                    accounts.add("1111222233" + i);
                  }
                  s.attributes = Shares.sharedWith(accounts);
                }),
            TOO_MANY_ACCOUNTS));
    faults.put(
        "not shared",
        new Fault(
            with(s -> s.attributes = Shares.sharedWith(List.of("111122223333"))),
            NOT_SHARED_WITH_ACCOUNT));
    faults.put(
        "public",
        new Fault(with(s -> s.attributes = Shares.sharedWith(List.of("all"))), PUBLIC_ENCRYPTED));
    faults.put(
        "name instead of ARN",
        new Fault(
            with(
                s ->
                    s.request =
                        Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, "orders-1", "alias/mine")),
            IDENTIFIER_NOT_ARN));
    faults.put(
        "no key in the request",
        new Fault(
            with(s -> s.request = Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, null)),
            TARGET_KEY_MISSING));
    faults.put(
        "the owner's key by its id",
        new Fault(
            with(
                s ->
                    s.request =
                        Shares.request(
                            Operation.COPY_CLUSTER_SNAPSHOT,
                            SNAPSHOT,
                            "0f3c9a52-6b1d-4e8a-9c47-2d5b8e71a604")),
            KEY_ID_NOT_ARN));
    faults.put(
        "a key of another Region",
        new Fault(
            with(
                s ->
                    s.request =
                        Shares.request(
                            Operation.COPY_CLUSTER_SNAPSHOT,
                            SNAPSHOT,
                            "arn:aws:kms:us-east-1:876543218765:key/7d2e41b8-93c0-4f6a-8b15-e4a90c3d7f28")),
            TARGET_KEY_OTHER_REGION));
    faults.put(
        "encrypt while copying",
        new Fault(
            with(
                s -> {
                  s.snapshot = Shares.snapshot("manual", "available", null, "false");
                  s.request =
                      Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, "alias/mine");
                }),
            ENCRYPT_ON_COPY));
    faults.put(
        "instance restored directly",
        new Fault(
            with(
                s -> {
                  s.scenario = Scenarios.all().get(3);
                  s.inIdentityPolicy("rds:CopyDBClusterSnapshot", "rds:*");
                }),
            INSTANCE_DIRECT_RESTORE));
    return faults.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      ShareResult result = e.getValue().share().check();
                      assertThat(breaking(result)).containsExactly(e.getValue().kind());
                      assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
                    }));
  }

  /** What is not known leaves the verdict open; saying it decides. */
  @TestFactory
  Stream<DynamicTest> openFacts() {
    String inOrg =
        "'Resource': '*', 'Condition': {'StringEquals': {'aws:PrincipalOrgID': 'o-mine'}}}";
    Shares organization =
        new Shares()
            .inKeyPolicy(
                "'kms:DescribeKey'],\n   'Resource': '*'}", "'kms:DescribeKey'],\n   " + inOrg);
    Shares role =
        new Shares()
            .inKeyPolicy("arn:aws:iam::876543218765:root", "arn:aws:iam::876543218765:role/A");
    return Stream.of(
        open(
            "organization",
            organization,
            "--fact aws:PrincipalOrgID=VALUE",
            s -> s.facts.put("aws:PrincipalOrgID", List.of("o-mine"))),
        open(
            "role",
            role,
            "--to arn:aws:iam::876543218765:role/A",
            s -> s.to = "arn:aws:iam::876543218765:role/A"),
        open(
            "key policy",
            with(s -> s.keyPolicy = null),
            "--key-policy FILE",
            s -> s.keyPolicy(Shares.KEY_POLICY)),
        open(
            "identity policy",
            with(s -> s.identity = List.of()),
            "--identity-policy FILE",
            s -> s.identityPolicy(Shares.IDENTITY_POLICY)),
        open(
            "key",
            with(
                s -> {
                  s.keyArn = "";
                  s.inIdentityPolicy(KEY, "*");
                }),
            "--key-arn ARN",
            s -> s.keyArn = KEY));
  }

  private static DynamicTest open(String name, Shares share, String pass, Consumer<Shares> said) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          ShareResult result = share.check();
          assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
          assertThat(result.gaps())
              .allSatisfy(gap -> assertThat(gap.kind()).isEqualTo(UNDETERMINED))
              .extracting(gap -> gap.detail("pass"))
              .containsOnly(pass);
          said.accept(share);
          assertThat(share.check().verdict()).isEqualTo(Verdict.PROVEN);
        });
  }

  @Test
  void statementsThatTogetherAllowAreEnough() {
    String used = "'kms:DescribeKey'],\n   'Resource': '*'}";
    String inOrg =
        "'Resource': '*', 'Condition': {'StringEquals': {'aws:PrincipalOrgID': 'o-mine'}}}";
    String outOfOrg =
        "{'Effect': 'Allow', 'Principal': {'AWS': '876543218765'}, 'Action': ['kms:Encrypt', 'kms:Decrypt',"
            + " 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'], 'Resource': '*',"
            + " 'Condition': {'StringNotEquals': {'aws:PrincipalOrgID': 'o-mine'}}}";
    Shares share =
        new Shares().inKeyPolicy(used, "'kms:DescribeKey'],\n   " + inOrg + ", " + outOfOrg);
    assertThat(share.check().gaps()).isEmpty();
    assertThat(share.check().verdict()).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void deniesThatTogetherDenyBreakIt() {
    String deny =
        "{'Effect':'Deny','Principal':'*','Action':'kms:CreateGrant','Resource':'*','Condition':{'OP':{'aws:PrincipalOrgID':'o-mine'}}}";
    Shares share =
        new Shares()
            .keyPolicyAlso(
                deny.replace("OP", "StringEquals") + "," + deny.replace("OP", "StringNotEquals"));
    assertThat(breaking(share.check())).containsExactly(EXPLICIT_DENY);
  }

  @Test
  void anotherPartitionCanNeverUseTheKey() {
    Shares share = with(s -> s.to = "arn:aws-cn:iam::876543218765:role/R");
    assertThat(share.check().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void anAwsOwnedKeyLeavesItOpen() {
    Shares share =
        with(
            s -> {
              s.snapshot = Shares.snapshot("manual", "available", "sse-rds", "true");
              s.keyPolicy = null;
              s.identity = List.of();
            });
    ShareResult result = share.check();
    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.gaps()).extracting(Gap::kind).containsExactly(AWS_OWNED_KEY);
  }

  @Test
  void anUnencryptedSnapshotNeedsNoKeyPolicy() {
    Shares share =
        with(
            s -> {
              s.snapshot = Shares.snapshot("manual", "available", null, "false");
              s.attributes = Shares.sharedWith(List.of("all"));
              s.keyPolicy = null;
            });
    ShareResult result = share.check();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.gaps()).extracting(Gap::kind).containsExactly(PUBLIC_SNAPSHOT);
  }

  @Test
  void warningsDoNotChangeTheVerdict() {
    Shares keeps =
        with(s -> s.request = Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, KEY));
    Shares acrossRegions =
        with(
            s -> {
              s.region = "eu-central-1";
              s.request =
                  Shares.request(
                      Operation.COPY_CLUSTER_SNAPSHOT,
                      SNAPSHOT,
                      "arn:aws:kms:eu-central-1:876543218765:key/7d2e41b8-93c0-4f6a-8b15-e4a90c3d7f28");
            });
    Shares star =
        new Shares()
            .keyPolicy(
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'AWS':"
                    + "'876543218765'},'Action':'*','Resource':'*'}}");
    assertWarns(keeps, KEEPS_SOURCE_KEY);
    assertWarns(acrossRegions, CROSS_ACCOUNT_AND_REGION);
    assertWarns(star, GRANT_CONDITION_MISSING, WIDER_THAN_NEEDED);
    assertWarns(new Shares().inKeyPolicy("'kms:Encrypt', ", ""), ACTION_MISSING);
  }

  @Test
  void whatTheCallerMayDoBeyondTheExampleIsNamed() {
    String one =
        "{'Effect': 'Allow', 'Principal': {'AWS': '876543218765'}, 'Action': 'ACTION', 'Resource': '*' COND}";
    Shares sign = new Shares().keyPolicyAlso(one.replace("ACTION", "kms:Sign").replace("COND", ""));
    assertWarns(sign, WIDER_THAN_NEEDED);
    Gap gap = sign.check().gaps().get(0);
    assertThat(gap.actions()).containsExactly("kms:Sign");
    assertThat(gap.location().text()).isEqualTo("\"kms:Sign\"");
    for (String within :
        List.of(
            one.replace("ACTION", "kms:PutKeyPolicy").replace("COND", ""),
            one.replace("ACTION", "kms:GenerateDataKeyPair").replace("COND", ""),
            one.replace("ACTION", "kms:Sign")
                .replace("COND", ", 'Condition': {'StringEquals': {'kms:CallerAccount': '1'}}"),
            one.replace("876543218765", "123456781234")
                .replace("ACTION", "kms:*")
                .replace("COND", ""))) {
      assertThat(new Shares().keyPolicyAlso(within).check().gaps()).as(within).isEmpty();
    }
  }

  @Test
  void theNearestKeyIsNamedAndSaidHowItDiffers() {
    Gap gap =
        new Shares()
            .inIdentityPolicy(
                "'" + KEY + "'",
                "['arn:aws:kms:us-east-1:999999999999:key/x', '"
                    + KEY.replace("1234:", "1235:")
                    + "']")
            .check()
            .gaps()
            .get(0);
    assertThat(gap.detail("named")).contains("123456781235:key/0f3c");
    assertThat(gap.detail("differs")).isEqualTo("account");
    assertThat(gap.actions()).contains("kms:CreateGrant", "kms:DescribeKey", "kms:Decrypt");
  }

  @Test
  void aDenySaysOnWhichKeyItIs() {
    Gap source =
        only(
            EXPLICIT_DENY,
            new Shares().identityPolicyAlso("{'Effect':'Deny','Action':'kms:*','Resource':'*'}"));
    assertThat(source.detail("target")).isEqualTo("source-key");
    assertThat(source.detail("resource")).isEqualTo(KEY);
    String own = "arn:aws:kms:eu-west-1:876543218765:key/7d2e41b8-93c0-4f6a-8b15-e4a90c3d7f28";
    Gap target =
        only(
            EXPLICIT_DENY,
            with(
                s -> {
                  s.identityPolicyAlso(
                      "{'Effect':'Deny','Action':'kms:*','Resource':'arn:aws:kms:*:876543218765:*'}");
                  s.request = Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, own);
                }));
    assertThat(target.detail("target")).isEqualTo("target-key");
    assertThat(target.detail("resource")).isEqualTo(own);
    Gap snapshot =
        only(
            EXPLICIT_DENY,
            with(
                s -> {
                  s.identityPolicyAlso("{'Effect':'Deny','Action':'rds:Copy*','Resource':'*'}");
                  s.snapshot = Shares.snapshot("manual", "available", "sse-kms", "true");
                }));
    assertThat(snapshot.detail("target")).isEqualTo("snapshot");
    assertThat(snapshot.detail("resource")).isEqualTo(SNAPSHOT);
  }

  @Test
  void aConditionSaysWhatItWantsAndWhatIsSent() {
    String condition = "{'kms:GrantIsForAWSResource': 'true'}";
    Gap one =
        only(
            CONDITION_BLOCKS,
            new Shares()
                .inKeyPolicy(
                    condition,
                    condition
                        + ", 'StringEquals': {'kms:ViaService': ['ec2.eu-west-1.amazonaws.com',"
                        + " 'rds.us-east-1.amazonaws.com']}"));
    assertThat(one.detail("wanted"))
        .isEqualTo("`ec2.eu-west-1.amazonaws.com` or `rds.us-east-1.amazonaws.com`");
    assertThat(one.detail("sent")).isEqualTo("rds.eu-west-1.amazonaws.com");
    Gap many =
        only(
            CONDITION_BLOCKS,
            new Shares()
                .inKeyPolicy(
                    condition,
                    condition
                        + ", 'IpAddress': {'aws:SourceIp': ['192.0.2.1', '192.0.2.2',"
                        + " '192.0.2.3', '192.0.2.4', '192.0.2.5']}"));
    assertThat(many.detail("wanted"))
        .isEqualTo("`192.0.2.1`, `192.0.2.2`, `192.0.2.3` or 2 others");
    assertThat(many.detail("sent")).isEmpty();
  }

  /** A statement without Resource is no reason for what it is not about. */
  @Test
  void onlyAStatementAboutTheActionIsCalledDead() {
    Gap described =
        only(
            ACTION_MISSING,
            new Shares()
                .inKeyPolicy("'kms:DescribeKey'],\n   'Resource': '*'}", "'kms:DescribeKey']}"));
    assertThat(described.actions()).contains("kms:DescribeKey");
    assertThat(described.detail("lacks")).isEqualTo("Resource");
    assertThat(described.detail("dead")).isEqualTo("statement \"Use\" has no `Resource`");
    Gap grant =
        only(
            CREATE_GRANT_MISSING,
            new Shares()
                .keyPolicy(
                    "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':"
                        + "'876543218765'},'Action':'kms:DescribeKey'}]}"));
    assertThat(grant.detail("dead")).isEmpty();
    Gap faulty = only(CREATE_GRANT_MISSING, new Shares().inIdentityPolicy("'Bool'", "'Boole'"));
    assertThat(faulty.detail("dead"))
        .isEqualTo("statement \"Grant\" has faults and counts for nothing");
  }

  @Test
  void whatAwsDoesNotSayIsADoubtAndNothingToPass() {
    Gap gap = only(UNDETERMINED, new Shares().inKeyPolicy("'Bool'", "'StringEquals'"));
    assertThat(gap.detail("doubt"))
        .isEqualTo("StringEquals is not an operator for the type of `kms:GrantIsForAWSResource`");
    assertThat(gap.detail("missing")).isEmpty();
    assertThat(gap.detail("pass")).isEmpty();
  }

  private static Gap only(Gap.Kind kind, Shares share) {
    List<Gap> gaps =
        share.check().gaps().stream()
            .filter(gap -> gap.consequence() != Gap.Consequence.WARNS)
            .toList();
    List<Gap> found = gaps.stream().filter(gap -> gap.kind() == kind).toList();
    assertThat(found).as("%s in %s", kind, gaps).hasSize(1);
    return found.get(0);
  }

  private static void assertWarns(Shares share, Gap.Kind... kinds) {
    ShareResult result = share.check();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.gaps()).extracting(Gap::kind).containsExactly(kinds);
  }

  private static List<Gap.Kind> breaking(ShareResult result) {
    return result.gaps().stream()
        .filter(gap -> gap.consequence() == Gap.Consequence.BREAKS)
        .map(Gap::kind)
        .toList();
  }

  private static Shares with(Consumer<Shares> change) {
    Shares share = new Shares();
    change.accept(share);
    return share;
  }

  private record Fault(Shares share, Gap.Kind kind) {}

  @Test
  void onlyAnIdThatAwsWritesTellsOfAnAwsManagedKey() {
    for (String id : List.of("auto-scaling-key", "auto-rds", "auto-2", "auto--2", "autoscale-1")) {
      assertThat(withId(id).verdict()).as(id).isEqualTo(Verdict.PROVEN);
    }
    assertThat(withId("auto-rds-2").gaps()).extracting(Gap::kind).containsExactly(AWS_MANAGED_KEY);
  }

  private static ShareResult withId(String id) {
    return new Shares().inKeyPolicy("{'Version'", "{'Id': '" + id + "', 'Version'").check();
  }
}
