package dev.kmslint.share;

import static dev.kmslint.share.Gap.Kind.ACTION_MISSING;
import static dev.kmslint.share.Gap.Kind.AWS_MANAGED_KEY;
import static dev.kmslint.share.Gap.Kind.AWS_OWNED_KEY;
import static dev.kmslint.share.Gap.Kind.CROSS_ACCOUNT_AND_REGION;
import static dev.kmslint.share.Gap.Kind.EXPLICIT_DENY;
import static dev.kmslint.share.Gap.Kind.GRANT_CONDITION_MISSING;
import static dev.kmslint.share.Gap.Kind.KEEPS_SOURCE_KEY;
import static dev.kmslint.share.Gap.Kind.PUBLIC_SNAPSHOT;
import static dev.kmslint.share.Gap.Kind.UNDETERMINED;
import static dev.kmslint.share.Gap.Kind.WIDER_THAN_NEEDED;
import static dev.kmslint.share.Shares.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.SnapshotRequest.Operation;
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
        "the account's root ARN as caller",
        Shares.with(s -> s.to = "arn:aws:iam::876543218765:root"));
    rewrites.put(
        "a role as caller", Shares.with(s -> s.to = "arn:aws:iam::876543218765:role/dba/Copy"));
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
            Shares.with(s -> s.keyPolicy = null),
            "--key-policy FILE",
            s -> s.keyPolicy(Shares.KEY_POLICY)),
        open(
            "identity policy",
            Shares.with(s -> s.identity = List.of()),
            "--identity-policy FILE",
            s -> s.identityPolicy(Shares.IDENTITY_POLICY)),
        open(
            "key",
            Shares.with(
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
    assertThat(Shares.breaking(share.check())).containsExactly(EXPLICIT_DENY);
  }

  @Test
  void anotherPartitionCanNeverUseTheKey() {
    Shares share = Shares.with(s -> s.to = "arn:aws-cn:iam::876543218765:role/R");
    assertThat(share.check().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void anAwsOwnedKeyLeavesItOpen() {
    Shares share =
        Shares.with(
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
        Shares.with(
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
        Shares.with(
            s -> s.request = Shares.request(Operation.COPY_CLUSTER_SNAPSHOT, SNAPSHOT, KEY));
    Shares acrossRegions =
        Shares.with(
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

  private static void assertWarns(Shares share, Gap.Kind... kinds) {
    ShareResult result = share.check();
    assertThat(result.verdict()).isEqualTo(Verdict.PROVEN);
    assertThat(result.gaps()).extracting(Gap::kind).containsExactly(kinds);
  }

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
