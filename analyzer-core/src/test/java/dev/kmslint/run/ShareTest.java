package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kmslint.share.ShareResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareTest {
  private static final String SNAPSHOTS =
      """
      { "DBClusterSnapshots": [
        { "DBClusterSnapshotIdentifier": "other", "Status": "available", "SnapshotType": "manual",
          "StorageEncrypted": true, "KmsKeyId": "%1$s",
          "DBClusterSnapshotArn": "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:other" },
        { "DBClusterSnapshotIdentifier": "mine", "Status": "creating", "SnapshotType": "manual",
          "StorageEncrypted": true, "KmsKeyId": "%1$s",
          "DBClusterSnapshotArn": "arn:aws:rds:us-west-2:111122223333:cluster-snapshot:mine" } ] }
      """
          .formatted(Runs.KEY_ARN);
  private static final String CONFIG =
      """
      shares:
        - name: dr
          to: '444455556666'
          key-policy: k.json
          identity-policies: [ i.json ]
        - name: void
          to: '444455556666'
      """;

  @TempDir Path temp;
  private Runs runs;

  @BeforeEach
  void policies() {
    runs = new Runs(temp).file("k.json", Runs.KEY_POLICY).file("i.json", Runs.IAM_POLICY);
  }

  private static ShareResult only(Analysis analysis) {
    assertThat(analysis.report().shares()).hasSize(1);
    return analysis.report().shares().get(0).result();
  }

  private static List<String> names(Analysis analysis) {
    return analysis.report().shares().stream()
        .map(share -> share.result().name() + " " + share.result().verdict().word())
        .toList();
  }

  private void refused(String message, String... arguments) {
    assertThatThrownBy(() -> runs.share(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void provesAShareOfTheCommandLine() throws UsageException {
    runs.to = "444455556666";
    runs.files.put("key-policy", List.of("k.json"));
    runs.files.put("identity-policy", List.of("i.json"));
    Analysis analysis = runs.share();
    assertThat(names(analysis)).containsExactly("share proven");
    assertThat(analysis.report().policies()).isEqualTo(2);
    assertThat(analysis.status()).isZero();
    assertThat(Runs.lines(analysis).toString())
        .contains("owner=111122223333 trusted=[444455556666]");
  }

  @Test
  void sortsWhatNoOptionGives() throws UsageException {
    runs.to = "444455556666";
    runs.file("d.json", Runs.DESCRIBE_KEY)
        .file(
            "rcp.json",
            "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:*\",\"Resource\":\"*\"}}");
    Analysis analysis = runs.share(".");
    assertThat(names(analysis)).containsExactly("share proven");
    assertThat(only(analysis).keyArn()).isEqualTo(Runs.KEY_ARN);
    assertThat(analysis.warnings()).hasSize(1);
    assertThat(analysis.warnings().get(0)).startsWith("`rcp.json` has no part in the share, since");
    runs.files.put("rcp", List.of("rcp.json"));
    Analysis denied = runs.share(".");
    assertThat(names(denied)).containsExactly("share broken");
    assertThat(denied.warnings()).isEmpty();
    assertThat(denied.status()).isEqualTo(1);
  }

  @Test
  void anOptionGoesBeforeWhatIsSorted() throws UsageException {
    runs.to = "444455556666";
    runs.file("k2.json", Runs.OWNER_POLICY);
    refused("`k.json` and `k2.json` both hold a key policy", ".");
    runs.files.put("key-policy", List.of("k2.json"));
    assertThat(names(runs.share("."))).containsExactly("share broken");
    runs.files.put("key-policy", List.of("k.json"));
    assertThat(names(runs.share("."))).containsExactly("share proven");
  }

  @Test
  void picksTheSnapshotThatIsMeant() throws UsageException {
    runs.to = "444455556666";
    runs.file("s.json", SNAPSHOTS);
    Analysis untold = runs.share("k.json", "i.json", "s.json");
    assertThat(Runs.errors(untold))
        .containsExactly(
            "s.json: there are 2 snapshots, and neither a request nor snapshot attributes tell"
                + " which one is shared");
    runs.file(
        "a.json",
        "{\"DBClusterSnapshotAttributesResult\":{\"DBClusterSnapshotIdentifier\":\"mine\","
            + "\"DBClusterSnapshotAttributes\":[{\"AttributeName\":\"restore\","
            + "\"AttributeValues\":[\"444455556666\"]}]}}");
    Analysis told = runs.share("k.json", "i.json", "s.json", "a.json");
    assertThat(told.report().errors()).isEmpty();
    assertThat(Runs.lines(told).toString()).contains("SNAPSHOT_NOT_AVAILABLE");
    runs.file(
        "r.json",
        "{\"SourceDBClusterSnapshotIdentifier\":"
            + "\"arn:aws:rds:us-west-2:111122223333:cluster-snapshot:other\","
            + "\"KmsKeyId\":\"arn:aws:kms:us-west-2:444455556666:key/x\"}");
    assertThat(Runs.lines(runs.share("k.json", "i.json", "s.json", "r.json")).toString())
        .doesNotContain("SNAPSHOT_NOT_AVAILABLE");
  }

  @Test
  void theRequestTellsTheScenario() throws UsageException {
    runs.to = "444455556666";
    runs.file("r.json", "{\"SnapshotIdentifier\":\"x\",\"DBClusterIdentifier\":\"y\"}");
    runs.files.put("request", List.of("r.json"));
    assertThat(only(runs.share(".")).scenario()).isEqualTo("aurora-snapshot-restore");
    runs.scenario = "aurora-snapshot-restore";
    assertThat(only(runs.share(".")).scenario()).isEqualTo("aurora-snapshot-restore");
    runs.scenario = "aurora-snapshot-copy";
    refused("this request is not one of scenario `aurora-snapshot-copy` but of", ".");
    runs.files.clear();
    runs.scenario = "rds-snapshot-copy";
    assertThat(only(runs.share("k.json")).scenario()).isEqualTo("rds-snapshot-copy");
  }

  @Test
  void aFileThatHoldsSomethingElseIsAnError() throws UsageException {
    runs.to = "444455556666";
    runs.file("d.json", Runs.DESCRIBE_KEY).file("broken.json", "{");
    runs.files.put("key-policy", List.of("d.json"));
    runs.files.put("identity-policy", List.of("missing.json", "broken.json"));
    runs.files.put("key", List.of("k.json"));
    Analysis analysis = runs.share();
    assertThat(Runs.errors(analysis))
        .containsExactly(
            "d.json: the file does not hold a policy",
            "k.json: the file does not hold `describe-key`",
            "missing.json: the file cannot be read: it does not exist");
    assertThat(Runs.lines(analysis).toString()).contains("broken.json:1:1: error");
    assertThat(names(analysis)).containsExactly("share unknown");
    assertThat(analysis.status()).isEqualTo(3);
  }

  @Test
  void withNothingToInferFromTheVerdictIsUnknown() throws UsageException {
    runs.to = "444455556666";
    Analysis analysis = runs.share();
    assertThat(names(analysis)).containsExactly("share unknown");
    assertThat(analysis.report().findings()).isNotEmpty();
    assertThat(analysis.status()).isEqualTo(1);
  }

  @Test
  void checksDeclaredSharesAllOrByName() throws UsageException {
    runs.file(".kmslint.yml", CONFIG);
    assertThat(names(runs.share())).containsExactly("dr proven", "void unknown");
    assertThat(names(runs.share("dr"))).containsExactly("dr proven");
    assertThat(names(runs.share("void", "dr"))).containsExactly("void unknown", "dr proven");
    refused("there is no share `drr`; did you mean `dr`?", "drr");
  }

  @Test
  void aFolderStandsForItsOwnShares() throws UsageException {
    Runs above = new Runs(temp.resolve("above"));
    above.file("x.txt", "");
    runs.file(".kmslint.yml", CONFIG);
    assertThat(names(above.share(".."))).hasSize(2);
    assertThat(names(above.share("..", "dr"))).containsExactly("dr proven");
    assertThat(Runs.errors(above.share("..", "dr", "./gone")))
        .containsExactly("gone: the file does not exist");
    Analysis missing = runs.share("gone/");
    assertThat(Runs.errors(missing)).containsExactly("gone: the file does not exist");
    assertThat(missing.report().shares()).isEmpty();
  }

  @Test
  void optionsReplaceWhatADeclaredShareSays() throws UsageException {
    runs.file(".kmslint.yml", CONFIG);
    runs.region = "eu-west-1";
    assertThat(only(runs.share("dr")).inferred().toString()).doesNotContain("us-west-2`, the key");
    runs.region = "";
    runs.keyArn = Runs.KEY_ARN.replace("111122223333", "999999999999");
    assertThat(only(runs.share("dr")).owner()).isEqualTo("999999999999");
    runs.keyArn = "";
    runs.rootUser = true;
    assertThat(only(runs.share("dr")).verdict().word()).isEqualTo("broken");
  }

  @Test
  void aPrincipalIsAPartOfItsAccount() throws UsageException {
    runs.to = "arn:aws:iam::444455556666:role/Copy";
    Analysis analysis = runs.share("k.json", "i.json");
    assertThat(Runs.lines(analysis).toString()).contains("trusted=[444455556666]");
  }

  @Test
  void complainsAboutLinesThatMeanNothing() {
    refused("say who is to use the key, as `--to 444455556666`: there is no `.kmslint.yml` here");
    refused("`k.json` alone does not tell", "k.json");
    runs.file("sub/x.json", "{}");
    refused("`sub` has no `.kmslint.yml` that declares shares", "sub");
    runs.files.put("key-policy", List.of("k.json"));
    refused("options that name a file describe a share of their own");
    runs.files.clear();
    runs.file(".kmslint.yml", "fail-on: note\n");
    refused("`.kmslint.yml` declares no shares");
    runs.to = "bob";
    refused("`--to`: `bob` is neither an account id");
    runs.to = "444455556666";
    refused("`name` cannot name a declared one", "name");
    runs.scenario = "aurora";
    runs.region = "moon";
    refused("`--scenario`: there is no scenario `aurora`");
    refused("`--region`: `moon` is not named like a Region of AWS");
  }

  @Test
  void aPathThatDoesNotExistIsAnError() throws UsageException {
    runs.to = "444455556666";
    Analysis analysis = runs.share("k.json", "i.json", "./gone.json");
    assertThat(Runs.errors(analysis)).containsExactly("gone.json: the file does not exist");
    assertThat(analysis.status()).isEqualTo(3);
  }

  @Test
  void factsOfTheCommandLineGoFirst() throws UsageException {
    String conditioned =
        Runs.IAM_POLICY.replace(
            "\"Action\"",
            "\"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a\"}}, \"Action\"");
    runs.file("i.json", conditioned);
    runs.file(".kmslint.yml", CONFIG + "facts: { 'aws:PrincipalOrgID': o-b }\n");
    assertThat(names(runs.share("dr"))).containsExactly("dr broken");
    runs.facts = java.util.Map.of("AWS:principalorgid", List.of("o-a"));
    assertThat(names(runs.share("dr"))).containsExactly("dr proven");
    runs.facts = java.util.Map.of();
    runs.file(".kmslint.yml", CONFIG);
    assertThat(names(runs.share("dr"))).containsExactly("dr unknown");
  }
}
