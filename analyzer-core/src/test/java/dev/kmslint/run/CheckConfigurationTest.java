package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Grade;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} does with a configuration. */
class CheckConfigurationTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp);
  }

  @Test
  void excludesWhatTheConfigurationExcludes() throws UsageException {
    Runs runs =
        runs()
            .file(".kmslint.yml", "exclude: [ 'gen/**', '*.tmp.json' ]\n")
            .file("gen/a.json", Runs.IAM_POLICY)
            .file("x/b.tmp.json", Runs.IAM_POLICY)
            .file("x/c.json", Runs.IAM_POLICY);
    assertThat(Runs.files(runs.check("."))).containsExactly("x/c.json");
    assertThat(Runs.files(runs.check("gen/a.json"))).containsExactly("gen/a.json");
  }

  @Test
  void theConfigurationOfAFolderGoesBeforeThatOfTheWorkingFolder() throws UsageException {
    Runs runs =
        runs()
            .file("sub/.kmslint.yml", "trusted-accounts: [ '111111111111' ]\n")
            .file("sub/p.json", Runs.IAM_POLICY)
            .file("other.yml", "trusted-accounts: [ '333333333333' ]\n")
            .file(".kmslint.yml", "trusted-accounts: [ '222222222222' ]\ntrusted-orgs: [ o-a ]\n");
    assertThat(Runs.seen(runs.check("sub")).get(0)).endsWith("trusted=[111111111111][]");
    assertThat(Runs.seen(runs.check("sub/p.json")).get(0)).endsWith("trusted=[222222222222][o-a]");
    Runs below = new Runs(temp.resolve("sub/deep/down"));
    below.file("q.json", Runs.IAM_POLICY);
    assertThat(Runs.seen(below.check("q.json")).get(0)).endsWith("trusted=[111111111111][]");
    runs.config = "other.yml";
    assertThat(Runs.seen(runs.check("sub")).get(0)).endsWith("trusted=[333333333333][]");
  }

  @Test
  void aWrongConfigurationStopsTheRun() {
    Runs runs = runs().file(".kmslint.yml", "fail_on: note\nrules: { kms/alow: off }\n");
    assertThatThrownBy(() -> runs.check("."))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            """
            .kmslint.yml:1:1: there is no setting `fail_on` here; did you mean `fail-on`?
            .kmslint.yml:2:10: there is no rule `kms/alow`; did you mean `kms/allow`?""");
    runs.config = "missing.yml";
    assertThatThrownBy(() -> runs.check("."))
        .hasMessage("the configuration `missing.yml` cannot be read: it does not exist");
    runs.config = "";
    runs.file("a/.kmslint.yml", "").file("b/.kmslint.yml", "");
    assertThatThrownBy(() -> runs.check("a", "b"))
        .hasMessageContaining("`a/.kmslint.yml`, `b/.kmslint.yml`");
  }

  @Test
  void theStatusFollowsTheLowestSeverityThatFails() throws UsageException {
    Runs runs = runs().file("k.json", Runs.OWNER_POLICY);
    assertThat(runs.check("k.json").status()).isZero();
    runs.failOn = FailOn.WARNING;
    assertThat(runs.check("k.json").status()).isEqualTo(1);
    runs.failOn = FailOn.NEVER;
    assertThat(runs.check("k.json").status()).isZero();
    assertThat(runs.check("k.json", "no.json").status()).isEqualTo(3);
    runs.failOn = null;
    runs.file(".kmslint.yml", "fail-on: note\n");
    assertThat(runs.check("k.json").status()).isEqualTo(1);
    runs.failOn = FailOn.ERROR;
    assertThat(runs.check("k.json").status()).isZero();
  }

  @Test
  void rulesAreSelectedAndGraded() throws UsageException {
    Runs runs =
        runs()
            .file("k.json", Runs.OWNER_POLICY)
            .file(".kmslint.yml", "rules: { kms/allow: error, policy/seen: off }\n");
    assertThat(Runs.lines(runs.check("k.json"))).containsExactly("k.json:1:28: error: statement 1");
    runs.grades = Map.of("kms/allow", Grade.NOTE);
    assertThat(Runs.lines(runs.check("k.json"))).containsExactly("k.json:1:28: note: statement 1");
    runs.only = List.of("policy/seen");
    assertThat(Runs.lines(runs.check("k.json")))
        .hasSize(1)
        .allMatch(line -> line.contains("owner"));
    runs.only = List.of("kms/al");
    assertThatThrownBy(() -> runs.check("k.json")).isInstanceOf(UsageException.class);
  }

  @Test
  void suppressionsAcceptFindingsAndSayWhenTheyAreOfNoUse() throws UsageException {
    String entries =
        """
        suppress:
          - { rule: kms/allow, file: k.json, sid: Owner, reason: r }
          - { rule: kms/allow, file: k.json, at: /Statement/7, reason: r }
          - { rule: kms/allow, file: gone.json, at: '', reason: r }
          - { rule: kms/allow, file: unread.json, at: '', reason: r }
          - { rule: kms/allow, file: k.json, at: /Statement/1, reason: r, expires: 2027-01-01 }
        """;
    Runs runs =
        runs()
            .file("k.json", Runs.KEY_POLICY)
            .file("unread.json", Runs.KEY_POLICY)
            .file(".kmslint.yml", entries);
    runs.only = List.of("kms/allow", "config/unused-suppression", "config/expired-suppression");
    assertThat(Runs.lines(runs.check("k.json")))
        .containsExactly(
            ".kmslint.yml:3:13: warning: config/unused-suppression kms/allow",
            ".kmslint.yml:4:13: warning: config/unused-suppression kms/allow",
            "k.json:2:31: warning: statement \"Owner\" (suppressed)",
            "k.json:4:31: warning: statement \"Other\" (suppressed)");
    runs.today = "2027-01-02";
    assertThat(Runs.lines(runs.check("k.json")))
        .containsExactly(
            ".kmslint.yml:3:13: warning: config/unused-suppression kms/allow",
            ".kmslint.yml:4:13: warning: config/unused-suppression kms/allow",
            ".kmslint.yml:6:13: warning: config/expired-suppression kms/allow",
            "k.json:2:31: warning: statement \"Owner\" (suppressed)",
            "k.json:4:31: warning: statement \"Other\"");
    runs.failOn = FailOn.WARNING;
    runs.only = List.of("kms/allow");
    runs.today = "2027-01-01";
    assertThat(runs.check("k.json").status()).isZero();
  }

  @Test
  void sharesOfTheConfigurationRunAndTheirFilesAreCheckedAsWhatTheyAre() throws UsageException {
    Runs runs =
        runs()
            .file("p/k.json", Runs.KEY_POLICY)
            .file("p/i.json", Runs.IAM_POLICY)
            .file("p/b.json", Runs.IAM_POLICY)
            .file(
                "p/.kmslint.yml",
                """
                shares:
                  - name: dr
                    to: '444455556666'
                    key-arn: %s
                    key-policy: k.json
                    identity-policies: [ i.json ]
                    permissions-boundary: b.json
                """
                    .formatted(Runs.KEY_ARN));
    Analysis analysis = runs.check("p");
    assertThat(analysis.report().shares()).hasSize(1);
    assertThat(analysis.report().shares().get(0).result().verdict().word()).isEqualTo("proven");
    assertThat(Runs.seen(analysis))
        .containsExactly(
            "p/b.json:1:1: note: permissions boundary key=null owner= trusted=[444455556666][]",
            "p/i.json:1:1: note: identity policy key=null owner= trusted=[444455556666][]",
            "p/k.json:1:1: note: key policy key="
                + Runs.KEY_ARN
                + " owner=111122223333 trusted=[444455556666][]");
    assertThat(analysis.status()).isZero();
    runs.file("p/i.json", Runs.IAM_POLICY.replace("kms:CreateGrant", "kms:ListGrants"));
    Analysis broken = runs.check("p");
    assertThat(broken.report().shares().get(0).missing()).containsExactly("share/gap");
    assertThat(broken.status()).isEqualTo(1);
  }
}
