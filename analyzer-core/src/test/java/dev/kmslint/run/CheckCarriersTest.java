package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of documents that hold policies. */
class CheckCarriersTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp);
  }

  private static final String PLAN =
      """
      {"format_version":"1.2","resource_changes":[{"address":"aws_kms_key.k","mode":"managed",
       "type":"aws_kms_key","name":"k","change":{"after":{
        "policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[]}"}}}],
       "configuration":{"root_module":{}}}
      """;

  @Test
  void aFindingInAPlanNamesTheResourceAndItsBlock() throws UsageException {
    Runs runs =
        runs()
            .file("plan.json", PLAN)
            .file("main.tf", "# keys\nresource \"aws_kms_key\" \"k\" {\n}\n")
            .file("other.tf", "resource \"aws_kms_key\" \"j\" {}\n");
    Finding.Related related = declared(runs.check("plan.json"));
    assertThat(related.message()).isEqualTo("`aws_kms_key.k` is declared here");
    assertThat(related.location().toString()).isEqualTo("main.tf:2:1");
  }

  @Test
  void aBlockThatIsNotFoundOrFoundTwiceIsNotGuessed() throws UsageException {
    String block = "resource \"aws_kms_key\" \"k\" {}\n";
    assertThat(declared(runs().file("plan.json", PLAN).check("plan.json")).message())
        .isEqualTo("this is `aws_kms_key.k`");
    Finding.Related twice =
        declared(
            runs()
                .file("plan.json", PLAN)
                .file("a.tf", block)
                .file("b.tf", block)
                .check("plan.json"));
    assertThat(twice.location().toString()).isEqualTo("plan.json:1:56");
  }

  private static Finding.Related declared(Analysis analysis) {
    Finding finding = analysis.report().findings().get(0);
    return finding.related().get(finding.related().size() - 1);
  }

  @Test
  void commentsAndMetadataOfATemplateSuppress() throws UsageException {
    String template =
        """
        Resources:
          A:
            Type: AWS::KMS::Key
            Properties:
              # kmslint: ignore policy/seen -- known
              KeyPolicy: { Statement: [] }
          B:
            Type: AWS::KMS::Key
            Metadata: { kmslint: { suppress: [ { rule: policy/seen, reason: known too } ] } }
            Properties:
              KeyPolicy: { Statement: [] }
          C: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [] } } }
        """;
    Analysis analysis = runs().file("t.yml", template).check("t.yml");
    assertThat(analysis.report().findings())
        .filteredOn(finding -> finding.rule().equals("policy/seen"))
        .extracting(finding -> finding.suppression() == null ? "-" : finding.suppression().reason())
        .containsExactly("known", "known too", "-");
  }

  @Test
  void aTemplateWithoutPoliciesIsExplained() throws UsageException {
    Analysis analysis =
        runs().file("t.yml", "Resources: { B: { Type: 'AWS::S3::Bucket' } }\n").check("t.yml");
    assertThat(analysis.status()).isZero();
    assertThat(analysis.warnings())
        .containsExactly(
            "`t.yml` is a CloudFormation template without policies of keys, users, groups or"
                + " roles");
  }

  @Test
  void aBareYamlPolicyCanHoldFunctionsOfCloudFormation() throws UsageException {
    String policy =
        """
        Statement:
          - Effect: Allow
            Principal: { AWS: !Ref Who }
            Action: kms:*
            Resource: '*'
        """;
    Analysis analysis = runs().file("p.yml", policy).check("p.yml");
    assertThat(Runs.errors(analysis)).isEmpty();
    assertThat(analysis.report().policies()).isEqualTo(1);
  }
}
