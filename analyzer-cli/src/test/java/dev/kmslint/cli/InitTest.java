package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} writes is loaded again, as it is and with its examples switched on. */
class InitTest {
  private static final Path SAMPLE = Path.of("..", "samples", "aurora-snapshot-share");
  private static final String IAM_POLICY =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"Resource\": \"*\"}}";

  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void aFolder() {
    kmslint = new Kmslint(temp);
  }

  private void sample(String folder, String... without) throws IOException {
    for (String name :
        new String[] {
          "key-policy.json",
          "iam-policy.json",
          "describe-key.json",
          "snapshot.json",
          "snapshot-attributes.json"
        }) {
      if (!java.util.List.of(without).contains(name)) {
        kmslint.file(folder + name, Files.readAllBytes(SAMPLE.resolve(name)));
      }
    }
  }

  private String written() throws IOException {
    return Files.readString(temp.resolve(".kmslint.yml"));
  }

  /** The examples of what was written become settings, and the whole is read. */
  private Kmslint.Result withExamples() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : written().split("\n", -1)) {
      boolean example = line.startsWith("#") && !line.startsWith("##");
      text.append(example ? line.substring(1) : line).append('\n');
    }
    kmslint.file(".kmslint.yml", text.toString());
    return kmslint.run("check", ".", "--format=compact");
  }

  @Test
  void aFolderWithBothSidesAndASnapshotGetsItsShare() throws IOException {
    sample("dr/");
    assertThat(kmslint.run("init"))
        .isEqualTo(new Kmslint.Result(0, "wrote .kmslint.yml: 1 share, from 5 files\n", ""));
    assertThat(written())
        .endsWith(
            """
            shares:
              - name: share-dr
                scenario: aurora-snapshot-copy
                to: "444455556666"
                key-policy: dr/key-policy.json
                identity-policies:
                  - dr/iam-policy.json
                key: dr/describe-key.json
                snapshot: dr/snapshot.json
                snapshot-attributes: dr/snapshot-attributes.json
            """);
    Kmslint.Result proven = kmslint.run("share");
    assertThat(proven.status()).isZero();
    assertThat(proven.out()).startsWith("share share-dr (aurora-snapshot-copy): PROVEN\n");
  }

  @Test
  void anEmptyFolderGetsExamplesOnly() throws IOException {
    assertThat(kmslint.run("init").out()).isEqualTo("wrote .kmslint.yml: 0 shares, from 0 files\n");
    kmslint.file("p.json", Kmslint.KEY_POLICY);
    assertThat(kmslint.run("check", ".").status()).isZero();
    assertThat(written().lines().filter(line -> !line.startsWith("#") && !line.isEmpty()))
        .isEmpty();
    kmslint.file("key-policy.json", Kmslint.KEY_POLICY).file("iam-policy.json", IAM_POLICY);
    Kmslint.Result examples = withExamples();
    assertThat(examples.err()).isEmpty();
    assertThat(examples.out()).contains("share orders-to-dr (aurora-snapshot-copy): ");
  }

  @Test
  void whatIsNotCertainIsAComment() throws IOException {
    for (String missing : new String[] {"snapshot", "account", "second"}) {
      Path folder = Files.createDirectories(temp.resolve(missing));
      Kmslint here = new Kmslint(folder);
      here.file("iam-policy.json", IAM_POLICY);
      String policy = Files.readString(SAMPLE.resolve("key-policy.json"));
      here.file("key-policy.json", missing.equals("account") ? Kmslint.KEY_POLICY : policy);
      here.file("k.json", Files.readAllBytes(SAMPLE.resolve("describe-key.json")));
      if (!missing.equals("snapshot")) {
        here.file("snapshot.json", Files.readAllBytes(SAMPLE.resolve("snapshot.json")));
      }
      if (missing.equals("second")) {
        here.file("key-policy-2.json", policy);
      }
      assertThat(here.run("init").out()).as(missing).contains(": 0 shares, ");
      String text = Files.readString(folder.resolve(".kmslint.yml"));
      assertThat(text).contains("#shares:\n#  - name: share-" + missing);
      assertThat(text).doesNotContain("\nshares:");
    }
  }

  @Test
  void aDoubtfulShareIsRightWhenItIsSwitchedOn() throws IOException {
    sample("a/");
    sample("b/", "snapshot.json", "snapshot-attributes.json");
    kmslint.run("init");
    assertThat(written()).contains("\n#  - name: share-b\n");
    assertThat(withExamples().err()).isEmpty();
    assertThat(kmslint.run("share", "share-b").out()).contains("\nshare share-b (");
  }

  @Test
  void namesOfFilesAreQuotedWhereTheyMustBe() throws IOException {
    String odd = "- a \"b\" \\ #c: {caf\u00e9 \uD83D\uDE00\u202E/";
    sample(odd);
    sample("true/");
    kmslint.run("init");
    Kmslint.Result proven = kmslint.run("share");
    assertThat(proven.err()).isEmpty();
    assertThat(proven.status()).isZero();
    assertThat(proven.out()).contains("PROVEN");
    assertThat(written()).doesNotContain("\u202E");
  }

  @Test
  void aConfigurationThatIsThereStays() throws IOException {
    kmslint.file(".kmslint.yml", "fail-on: never\n");
    assertThat(kmslint.run("init"))
        .isEqualTo(
            new Kmslint.Result(
                2, "", "kmslint: `.kmslint.yml` is already there, and stays as it is\n"));
    assertThat(written()).isEqualTo("fail-on: never\n");
  }

  @Test
  void aFolderCanBeNamed() {
    kmslint.file("sub/p.json", Kmslint.KEY_POLICY);
    assertThat(kmslint.run("init", "sub").out())
        .isEqualTo("wrote sub/.kmslint.yml: 0 shares, from 1 file\n");
    assertThat(temp.resolve("sub/.kmslint.yml")).exists();
    assertThat(kmslint.run("init", "none"))
        .isEqualTo(new Kmslint.Result(2, "", "kmslint: `none` is no folder\n"));
  }
}
