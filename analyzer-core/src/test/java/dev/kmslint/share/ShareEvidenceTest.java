package dev.kmslint.share;

import static dev.kmslint.share.Gap.Kind.ACTION_MISSING;
import static dev.kmslint.share.Gap.Kind.CONDITION_BLOCKS;
import static dev.kmslint.share.Gap.Kind.CREATE_GRANT_MISSING;
import static dev.kmslint.share.Gap.Kind.EXPLICIT_DENY;
import static dev.kmslint.share.Gap.Kind.UNDETERMINED;
import static dev.kmslint.share.Shares.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.intake.SnapshotRequest.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a gap says of the place at fault, for the message that words it. */
class ShareEvidenceTest {
  private static final String SNAPSHOT =
      "arn:aws:rds:eu-west-1:123456781234:cluster-snapshot:orders-1";

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
            Shares.with(
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
            Shares.with(
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
}
