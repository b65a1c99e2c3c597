package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of the past, which are accepted, and those that are new. */
class BaselineTest {
  private static final String STATEMENT =
      """
      {
        "Effect": "Allow",
        "Action": "kms:Decript",
        "Resource": "*"
      }""";

  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void aFolder() {
    kmslint = new Kmslint(temp);
  }

  private static String policy(String... statements) {
    return "{\n\"Version\": \"2012-10-17\",\n\"Statement\": ["
        + String.join(",\n", statements)
        + "]}\n";
  }

  private Kmslint.Result check(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = ".";
    args[2] = "--only=policy/unknown-action";
    args[3] = "--format=compact";
    System.arraycopy(more, 0, args, 4, more.length);
    return kmslint.run(args);
  }

  private String baseline() throws IOException {
    return Files.readString(temp.resolve("base.json"));
  }

  private void accept() {
    assertThat(check("--write-baseline=base.json")).isEqualTo(new Kmslint.Result(0, "", ""));
  }

  @Test
  void whatIsFoundIsAcceptedFromThenOn() throws IOException {
    kmslint.file("p.json", policy(STATEMENT));
    assertThat(check().status()).isEqualTo(1);
    accept();
    assertThat(baseline())
        .matches(
            """
            \\{"version": 1, "findings": \\[
              \\{"rule": "policy/unknown-action", "file": "p.json", "fingerprint": "[0-9a-f]{32}",\
             "count": 1, "message": "[^"]*`kms:Decript`[^"]*"\\}
            \\]\\}
            """);
    assertThat(check("--baseline=base.json")).isEqualTo(new Kmslint.Result(0, "", ""));
  }

  @Test
  void whatIsAcceptedIsCountedAndMarked() {
    kmslint.file("p.json", policy(STATEMENT));
    accept();
    String[] args = {"check", "p.json", "--only=policy/unknown-action", "--baseline=base.json"};
    assertThat(kmslint.run(args).out()).isEqualTo("no findings, 1 suppressed in 1 file\n");
    assertThat(check("--baseline=base.json", "--show-suppressed").out())
        .endsWith("[policy/unknown-action] (suppressed: accepted in `base.json`)\n");
    check("--baseline=base.json", "--report=json=r.json");
    assertThat(temp.resolve("r.json"))
        .content()
        .contains("\"by\": \"baseline\"")
        .contains("\"suppressed\": 1");
  }

  @Test
  void theSameFindingsMakeTheSameBytes() throws IOException {
    kmslint.file("p.json", policy(STATEMENT)).file("a/q.json", policy(STATEMENT));
    accept();
    String first = baseline();
    accept();
    assertThat(baseline()).isEqualTo(first);
    assertThat(check("--baseline=base.json", "--write-baseline=base.json").status()).isZero();
    assertThat(baseline()).isEqualTo(first);
    assertThat(first.indexOf("a/q.json")).isBetween(1, first.indexOf("\"p.json\""));
  }

  @Test
  void anEntrySurvivesMovedLinesAndFormatting() {
    kmslint.file("p.json", policy(STATEMENT));
    accept();
    String other = STATEMENT.replace("kms:Decript", "kms:Decrypt");
    String tight = STATEMENT.replaceAll("\\s", "");
    kmslint.file("p.json", "\r\n\r\n" + policy(other, tight));
    assertThat(check("--baseline=base.json")).isEqualTo(new Kmslint.Result(0, "", ""));
  }

  @Test
  void whatIsNewIsReported() {
    kmslint.file("p.json", policy(STATEMENT));
    accept();
    kmslint.file("p.json", policy(STATEMENT, STATEMENT.replace("Decript", "Encript")));
    Kmslint.Result result = check("--baseline=base.json");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out().lines()).singleElement().asString().contains("`kms:Encript`");
  }

  @Test
  void aStatementThatChangedIsAnotherOne() {
    kmslint.file("p.json", policy(STATEMENT));
    accept();
    kmslint.file("p.json", policy(STATEMENT.replace("\"*\"", "\"arn:aws:kms:*:*:key/*\"")));
    assertThat(check("--baseline=base.json").status()).isEqualTo(1);
  }

  @Test
  void equalFindingsAreCounted() throws IOException {
    kmslint.file("p.json", policy(STATEMENT, STATEMENT));
    accept();
    assertThat(baseline()).contains("\"count\": 2");
    assertThat(check("--baseline=base.json").out()).isEmpty();
    kmslint.file("p.json", policy(STATEMENT, STATEMENT, STATEMENT));
    assertThat(check("--baseline=base.json").out().lines()).hasSize(1);
    kmslint.file("p.json", policy(STATEMENT));
    assertThat(check("--baseline=base.json").err())
        .isEqualTo(
            "kmslint: warning: `base.json` accepts a finding that is fixed:"
                + " `policy/unknown-action` in `p.json`; `--write-baseline base.json` drops it\n");
  }

  @Test
  void whatIsFixedIsSaidAndDroppedOnRewriting() throws IOException {
    kmslint.file("p.json", policy(STATEMENT)).file("q.json", policy(STATEMENT));
    accept();
    kmslint.file("p.json", policy(STATEMENT.replace("Decript", "Decrypt")));
    Files.delete(temp.resolve("q.json"));
    assertThat(check("--baseline=base.json").err())
        .startsWith("kmslint: warning: `base.json` accepts 2 findings that are fixed:");
    Kmslint.Result result = check("--baseline=base.json", "--write-baseline=base.json");
    assertThat(result.err()).endsWith("`policy/unknown-action` in `p.json`; it is dropped\n");
    assertThat(baseline()).isEqualTo("{\"version\": 1, \"findings\": []}\n");
  }

  @Test
  void whatTheRunDidNotLookAtStays() throws IOException {
    kmslint.file("p.json", policy(STATEMENT)).file("sub/q.json", policy(STATEMENT));
    accept();
    String both = baseline();
    String[] part = {
      "check", "sub", "--baseline=base.json", "--write-baseline=base.json", "--format=compact"
    };
    Kmslint.Result only = kmslint.run(part);
    assertThat(only.err()).isEmpty();
    assertThat(baseline()).contains("\"file\": \"p.json\"").contains("\"file\": \"sub/q.json\"");
    check("--only=policy/duplicate-sid", "--baseline=base.json", "--write-baseline=base.json");
    assertThat(baseline().lines()).containsAll(both.lines().toList());
  }

  @Test
  void namesAreRelativeToTheBaseline() throws IOException {
    kmslint.file("p.json", policy(STATEMENT)).file("etc/x", "");
    assertThat(check("--write-baseline=etc/base.json").status()).isZero();
    assertThat(Files.readString(temp.resolve("etc/base.json"))).contains("\"file\": \"../p.json\"");
    Kmslint elsewhere = new Kmslint(temp.resolve("etc"));
    String[] args = {"check", "../p.json", "--only=policy/unknown-action", "--baseline=base.json"};
    assertThat(elsewhere.run(args))
        .isEqualTo(new Kmslint.Result(0, "no findings, 1 suppressed in 1 file\n", ""));
  }

  @Test
  void theConfigurationGoesFirst() throws IOException {
    kmslint
        .file("p.json", policy(STATEMENT))
        .file(
            ".kmslint.yml",
            "suppress:\n- {rule: policy/unknown-action, file: p.json, at: /Statement, reason: why}\n");
    accept();
    assertThat(baseline()).isEqualTo("{\"version\": 1, \"findings\": []}\n");
    assertThat(check("--show-suppressed").out()).contains("(suppressed: why)");
  }

  @Test
  void aBaselineOfAFirstRunNeedNotBeThere() {
    kmslint.file("p.json", policy(STATEMENT));
    assertThat(check("--baseline=none.json"))
        .isEqualTo(
            new Kmslint.Result(
                2, "", "kmslint: the baseline `none.json` cannot be read: it does not exist\n"));
    assertThat(check("--baseline=new.json", "--write-baseline=new.json").status()).isZero();
    assertThat(temp.resolve("new.json")).exists();
  }

  @Test
  void aVerdictStaysWhatItIs() {
    Path sample = Path.of("..", "samples", "broken-share").toAbsolutePath().normalize();
    String base = "--write-baseline=" + temp.resolve("base.json");
    Kmslint.Result result = kmslint.run("share", sample.toString(), base);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains(": BROKEN\n").contains("no findings, 3 suppressed in");
  }

  @Test
  void aBaselineThatCannotBeWrittenIsAFailure() {
    kmslint.file("p.json", policy(STATEMENT));
    Kmslint.Result result = check("--write-baseline=p.json/base.json");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .startsWith("kmslint: the baseline `p.json/base.json` cannot be written: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]|1:1: a baseline must be an object, not an array",
        "{\"findings\": []}|1:1: a baseline needs `version`",
        "{\"version\": 2, \"findings\": []}|1:13: this kmslint reads version 1 of baselines",
        "{\"version\": 1, \"findings\": 3}|1:28: `findings` must be a list, not a number",
        "{\"version\": 1, \"finding\": []}|1:1: a baseline needs `findings`",
        "{\"version\": 1, \"findings\": [7]}|1:29: an entry of `findings` must be an object, not a"
            + " number",
        "{\"version\": 1, \"findings\": [{\"rule\": \"a/b\", \"file\": \"f\", \"fingerprint\": \"x\","
            + " \"count\": 0, \"message\": \"m\"}]}|1:87: `count` must be a whole number from 1 on",
        "{\"version\": 1,|1:14: ",
        "<<<<<<< HEAD|1:1: "
      })
  void aBrokenBaselineIsWrongUsageWithItsPlace(String text, String complaint) {
    kmslint.file("p.json", policy(STATEMENT)).file("base.json", text);
    Kmslint.Result result = check("--baseline=base.json");
    assertThat(result.err()).startsWith("kmslint: base.json:" + complaint);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void whatAMergeLeftTwiceCountsOnce() throws IOException {
    kmslint.file("p.json", policy(STATEMENT));
    accept();
    String entry = baseline().lines().toList().get(1);
    kmslint.file("base.json", baseline().replace(entry, entry + ",\n" + entry));
    assertThat(check("--baseline=base.json")).isEqualTo(new Kmslint.Result(0, "", ""));
  }

  @Test
  void namesThatAreNoFilesAndRulesThatAreGoneDoNoHarm() {
    kmslint.file("p.json", policy(STATEMENT));
    kmslint.file(
        "base.json",
        "{\"version\": 1, \"findings\": [{\"rule\": \"old/rule\", \"file\": \"p.json\","
            + " \"fingerprint\": \"x\", \"count\": 1, \"message\": \"m\"}, {\"rule\": \"a/b\","
            + " \"file\": \"\\u0000\", \"fingerprint\": \"x\", \"count\": 1, \"message\": \"m\"}]}");
    Kmslint.Result result = check("--baseline=base.json");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("2 findings that are fixed: the first is `a/b` in `\\u{0}`;");
  }
}
