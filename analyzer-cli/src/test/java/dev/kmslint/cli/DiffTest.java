package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  private static final String OWNER =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Owner", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
         "Action": "kms:*", "Resource": "*"}MORE]}
      """;
  private static final String OTHER =
      """
      ,
        {"Sid": "Other", "Effect": "Allow", "Principal": {"AWS": "444455556666"},
         "Action": "kms:Decrypt", "Resource": "*"}""";
  private static final String DENY =
      """
      ,
        {"Sid": "No", "Effect": "Deny", "Principal": {"AWS": "444455556666"},
         "Action": "kms:Decrypt", "Resource": "*"}""";

  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void policies() {
    kmslint =
        new Kmslint(temp)
            .file("old.json", OWNER.replace("MORE", ""))
            .file("new.json", OWNER.replace("MORE", OTHER))
            .file("denied.json", OWNER.replace("MORE", OTHER + DENY));
  }

  private Kmslint.Result diff(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "diff";
    System.arraycopy(args, 0, all, 1, args.length);
    return kmslint.run(all);
  }

  @Test
  void saysWhatIsNewWhoeverOwnsTheKey() {
    Kmslint.Result result = diff("old.json", "new.json");
    assertThat(result.out())
        .startsWith(
            """
            new.json: NEW ACCESS: the new key policy allows requests that the old one did not
              newly allowed, for example:
                principal  arn:aws:iam::444455556666:\
            """)
        .contains("    action     kms:Decrypt\n")
        .contains("  new.json:4:3: statement \"Other\" allows it\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void whatIsTakenAwayIsNotNew() {
    Kmslint.Result result = diff("new.json", "old.json");
    assertThat(result.out())
        .isEqualTo(
            "old.json: NOTHING NEW: the new key policy allows no request that the old one did"
                + " not\n");
    assertThat(result.status()).isZero();
    assertThat(diff("new.json", "new.json").status()).isZero();
    assertThat(diff("new.json", "denied.json", "-q").out()).isEmpty();
  }

  @Test
  void aDenyThatIsGoneIsNamed() {
    assertThat(diff("denied.json", "new.json", "--owner", "111122223333").out())
        .contains("  new.json:4:3: statement \"Other\" allows it\n")
        .contains("  denied.json:6:3: statement \"No\" denied it before\n");
    assertThat(diff("denied.json", "new.json", "--format", "json").out())
        .contains("\"newAccess\": true")
        .contains("\"file\": \"denied.json\",\n      \"pointer\": \"/Statement/2\"");
  }

  @Test
  void onlyTheOwnerCanTellWhereTheAccountDecides() {
    kmslint
        .file("a.json", OWNER.replace("MORE", ""))
        .file(
            "b.json",
            OWNER.replace(
                "MORE",
                ",{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"444455556666\"},"
                    + " \"Action\": \"kms:PutKeyPolicy\", \"Resource\": \"*\"}"));
    Kmslint.Result unknown = diff("a.json", "b.json");
    assertThat(unknown.out())
        .contains("UNKNOWN: it is not known whether the new key policy allows requests")
        .contains("which account the key belongs to, which `--owner` says");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(diff("a.json", "b.json", "--format", "json").out())
        .contains("\"newAccess\": \"unknown\"");
    assertThat(diff("a.json", "b.json", "--owner", "111122223333").status()).isZero();
    assertThat(diff("a.json", "b.json", "--owner", "444455556666").status()).isEqualTo(1);
  }

  @Test
  void comparesIdentityPolicies() {
    kmslint
        .file(
            "i1.json",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
                + " \"Resource\": \"*\"}}")
        .file(
            "i2.json",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:Get*\","
                + " \"Resource\": \"*\"}}");
    assertThat(diff("i1.json", "i2.json").out()).contains("NEW ACCESS: the new identity policy");
    assertThat(diff("i2.json", "i1.json").out()).contains("NOTHING NEW: the new identity policy");
    Kmslint.Result mixed = diff("i1.json", "old.json");
    assertThat(mixed.err())
        .isEqualTo(
            "kmslint: `old.json` and `i1.json` are not two versions of one key policy or IAM"
                + " policy: `i1.json` holds an identity policy, `old.json` holds a key policy\n");
    assertThat(mixed.status()).isEqualTo(2);
  }

  @Test
  void aPolicyOfAnUncertainKindIsWhatTheOtherOneIs() {
    kmslint
        .file(
            "deny.json",
            "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\","
                + " \"Action\": \"kms:*\", \"Resource\": \"*\"}}")
        .file("empty.json", "{\"Statement\": []}");
    assertThat(diff("deny.json", "old.json").out()).contains("NEW ACCESS");
    assertThat(diff("old.json", "deny.json").out()).contains("NOTHING NEW");
    assertThat(diff("empty.json", "old.json").out()).contains("NEW ACCESS");
    assertThat(diff("deny.json", "deny.json").status()).isEqualTo(2);
    assertThat(diff("deny.json", "deny.json", "--owner", "111122223333").status()).isZero();
  }

  @Test
  void whatCannotBeReadIsAnError() {
    kmslint.file("broken.json", "{\"Statement\": [").file("other.json", "{\"a\": 1}");
    for (String file : List.of("none.json", "broken.json", "other.json")) {
      Kmslint.Result result = diff("old.json", file, "--format", "json");
      assertThat(result.status()).as(file).isEqualTo(3);
      assertThat(result.out())
          .contains("\"newAccess\": \"unknown\"")
          .contains("\"file\": \"" + file + "\"");
    }
    assertThat(diff("old.json").status()).isEqualTo(2);
    assertThat(diff("a", "b", "c").status()).isEqualTo(2);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@localhost"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", arguments)).isZero();
  }

  private void repository() throws IOException, InterruptedException {
    String programs = System.getenv().getOrDefault("PATH", "");
    boolean git = false;
    for (String folder : programs.split(java.io.File.pathSeparator, -1)) {
      git |= Files.isExecutable(Path.of(folder).resolve("git"));
    }
    Assumptions.assumeTrue(git, "git is not installed");
    kmslint.environment.put("PATH", programs);
    kmslint
        .file("p/key.json", OWNER.replace("MORE", ""))
        .file("p/same.json", OWNER.replace("MORE", ""))
        .file("p/gone.json", OWNER.replace("MORE", ""));
    git("init", "-q", ".");
    git("add", "p");
    git("commit", "-q", "-m", "first");
  }

  @Test
  void comparesTheWorkingTreeWithARevision() throws IOException, InterruptedException {
    repository();
    assertThat(diff("--base", "HEAD", "p").out()).isEqualTo("NOTHING NEW: no policy has changed\n");
    kmslint.file("p/key.json", OWNER.replace("MORE", OTHER));
    Files.delete(temp.resolve("p/gone.json"));
    Kmslint.Result changed = diff("--base", "HEAD", "p", "p/gone.json");
    assertThat(changed.out())
        .startsWith("p/key.json: NEW ACCESS: the new key policy")
        .doesNotContain("same.json")
        .doesNotContain("gone.json");
    assertThat(changed.status()).isEqualTo(1);
    git("commit", "-qam", "second");
    kmslint.file("p/key.json", OWNER.replace("MORE", ""));
    assertThat(diff("--base", "HEAD", "p/key.json").status()).isZero();
    assertThat(diff("--base", "HEAD~1", "p/key.json").out()).contains("no policy has changed");
  }

  @Test
  void aNewFileIsComparedWithNothing() throws IOException, InterruptedException {
    repository();
    kmslint.file("p/fresh.json", OWNER.replace("MORE", ""));
    kmslint.file("q/none.json", "{\"Statement\": []}");
    Kmslint.Result result = diff("--base", "HEAD", ".");
    assertThat(result.out())
        .contains("p/fresh.json: NEW ACCESS: this new key policy allows requests\n")
        .contains("q/none.json: NOTHING NEW: this new identity policy allows no request\n");
    String json = diff("--base", "HEAD", ".", "--format", "json").out();
    assertThat(json)
        .contains("\"newAccess\": true,\n  \"reason\"")
        .contains("\"file\": \"q/none.json\",\n      \"newAccess\": false");
  }

  @Test
  void namesOldVersionsByTheirRevision() throws IOException, InterruptedException {
    repository();
    kmslint.file("p/key.json", OWNER.replace("MORE", OTHER + DENY));
    git("commit", "-qam", "denied");
    kmslint.file("p/key.json", OWNER.replace("MORE", OTHER));
    assertThat(diff("--base", "HEAD", "p", "--owner", "111122223333").out())
        .contains("  HEAD:p/key.json:6:3: statement \"No\" denied it before\n");
  }

  @Test
  void saysWhatIsWrongWithGit() throws IOException, InterruptedException {
    repository();
    Kmslint.Result revision = diff("--base", "nothing", "p");
    assertThat(revision.err()).isEqualTo("kmslint: `--base`: git knows no revision `nothing`\n");
    assertThat(revision.status()).isEqualTo(2);
    assertThat(diff("--base=--output=x", "p").err())
        .isEqualTo("kmslint: `--base`: `--output=x` is no revision\n");
    assertThat(diff("--base", "HEAD", "-").status()).isEqualTo(2);
    assertThat(diff("--base", "HEAD", "p/never.json").status()).isEqualTo(3);
    kmslint.environment.remove("PATH");
    Kmslint.Result without = diff("--base", "HEAD", "p");
    assertThat(without.out()).contains("git: error: `--base` needs git, and no folder of PATH");
    assertThat(without.status()).isEqualTo(3);
  }

  @Test
  void outsideARepositoryThereIsNoRevision() {
    kmslint.environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    Kmslint.Result result = diff("--base", "HEAD", "old.json");
    Assumptions.assumeTrue(result.status() != 3, "git is not installed");
    assertThat(result.err()).contains("is in no git repository");
    assertThat(result.status()).isEqualTo(2);
  }
}
