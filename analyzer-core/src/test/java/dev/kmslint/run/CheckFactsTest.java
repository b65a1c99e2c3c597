package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check knows of a policy: its kind, its key, its owner. */
class CheckFactsTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp);
  }

  private static List<String> seen(Analysis analysis) {
    return Runs.lines(analysis).stream().filter(line -> line.contains(": note: ")).toList();
  }

  @Test
  void theOwnerIsTheOnlyAccountThatAKeyPolicyNames() throws UsageException {
    Analysis analysis = runs().file("k.json", Runs.OWNER_POLICY).check("k.json");
    assertThat(seen(analysis))
        .containsExactly("k.json:1:1: note: key policy key=null owner=111122223333 trusted=[][]");
    assertThat(analysis.notes())
        .containsExactly(
            "`k.json`: key policy, since it has principals and actions of KMS; its owner is"
                + " 111122223333, since it is the only account that the policy names");
    assertThat(seen(runs().file("k.json", Runs.KEY_POLICY).check("k.json")).get(0))
        .contains("owner= ");
  }

  @ParameterizedTest
  @CsvSource({
    "key-policy, key policy",
    "identity-policy, identity policy",
    "boundary, permissions boundary",
    "session-policy, session policy",
    "scp, service control policy",
    "rcp, resource control policy"
  })
  void anOptionSaysOfWhichKindAPolicyIs(String option, String kind) throws UsageException {
    for (String policy : List.of(Runs.KEY_POLICY, Runs.IAM_POLICY)) {
      Runs runs = runs().file("a/p.json", policy);
      runs.files.put(option, List.of("a/p.json"));
      assertThat(runs.check("a").notes().toString())
          .contains("`a/p.json`: " + kind + ", since an option says so");
      assertThat(runs.check("a").report().policies()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatAnOptionNamesHasToHoldAPolicy() throws UsageException {
    Runs runs = runs().file("a/p.json", Runs.KEY_POLICY).file("b.json", "{}");
    runs.files.put("scp", List.of("b.json", "c.json"));
    assertThat(Runs.errors(runs.check("a")))
        .containsExactly(
            "b.json: the file does not hold a policy",
            "c.json: the file cannot be read: it does not exist");
  }

  @Test
  void aShareSaysOfWhichKindItsPoliciesAre() throws UsageException {
    Runs runs =
        runs()
            .file("p.json", Runs.IAM_POLICY)
            .file(
                ".kmslint.yml",
                "shares: [{name: dr, to: '444455556666', permissions-boundary: p.json}]");
    assertThat(runs.check(".").notes().toString())
        .contains("`p.json`: permissions boundary, since share `dr` says so");
  }

  @Test
  void anAccountInAConditionIsNamedToo() throws UsageException {
    String policy =
        Runs.OWNER_POLICY.replace(
            "\"Resource\"",
            "\"Condition\": {\"StringEquals\": {\"kms:CallerAccount\": \"444455556666\"}},"
                + " \"Resource\"");
    assertThat(seen(runs().file("k.json", policy).check("k.json")).get(0)).contains("owner= ");
  }

  @Test
  void aSingleDescriptionOfAKeyDescribesTheSingleKeyPolicyOfItsFolder() throws UsageException {
    Runs runs = runs().file("a/k.json", Runs.KEY_POLICY).file("a/d.json", Runs.DESCRIBE_KEY);
    assertThat(seen(runs.check(".")).get(0))
        .isEqualTo(
            "a/k.json:1:1: note: key policy key="
                + Runs.KEY_ARN
                + " owner=111122223333 trusted=[][]");
    runs.file("a/d.json", Runs.DESCRIBE_KEY.replace("CUSTOMER", "AWS"));
    assertThat(seen(runs.check(".")).get(0)).contains("owner=111122223333 managed");
    runs.file("a/l.json", Runs.KEY_POLICY);
    assertThat(seen(runs.check(".")).get(0)).contains("key=null owner= ");
  }

  @Test
  void optionsSayWhatTheKeyIs() throws UsageException {
    Runs runs = runs().file("k.json", Runs.KEY_POLICY).file("d.json", Runs.DESCRIBE_KEY);
    runs.owner = "999999999999";
    assertThat(seen(runs.check(".")).get(0)).contains("key=null owner=999999999999");
    runs.owner = "";
    runs.keyArn = Runs.KEY_ARN.replace("111122223333", "999999999999");
    assertThat(seen(runs.check(".")).get(0)).contains("key=" + runs.keyArn + " owner=999999999999");
    runs.owner = "111122223333";
    assertThatThrownBy(() -> runs.check("."))
        .hasMessage("`--key-arn` and `--owner` name different accounts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arn:aws:kms:us-west-2:111122223333:alias/a", "c989c1dd"})
  void aKeyArnMustBeOne(String arn) throws UsageException {
    Runs runs = runs().file("k.json", Runs.KEY_POLICY);
    runs.keyArn = arn;
    if (arn.isEmpty()) {
      assertThat(runs.check("k.json").report().policies()).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> runs.check("k.json"))
          .hasMessage("`--key-arn`: `" + arn + "` is not the ARN of a KMS key");
    }
  }
}
