package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the command says something sensible and shows no stack trace. */
class BadInputTest {
  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void folder() {
    kmslint = new Kmslint(temp);
  }

  private String finding(String text) {
    return finding(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is said of a file that is no JSON. */
  private String finding(byte[] bytes) {
    Kmslint.Result result =
        kmslint.file("p.json", bytes).run("check", "p.json", "--format=compact");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).doesNotContain("Exception").doesNotContain("\tat ");
    int end = result.out().indexOf(" [policy/invalid-json]\n");
    assertThat(end).as(result.out()).isPositive();
    return result.out().substring(0, end);
  }

  @Test
  void textThatIsNoJsonIsAFinding() {
    assertThat(finding("")).isEqualTo("p.json:1:1: error: this cannot be read: the file is empty");
    assertThat(finding(" \n\t"))
        .isEqualTo("p.json:1:1: error: this cannot be read: the file is empty");
    assertThat(finding("hello")).startsWith("p.json:1:1: error: ");
    assertThat(finding("{\"Statement\": [],}")).startsWith("p.json:1:17: error: ");
    assertThat(finding("{\"Statement\": []} x")).startsWith("p.json:1:19: error: ");
    assertThat(finding("{\"Statement\": [\u0000]}")).contains("NUL character");
  }

  @Test
  void bytesThatAreNoTextAreAFinding() {
    byte[] binary = new byte[4096];
    new java.util.Random(1).nextBytes(binary);
    assertThat(finding(binary)).contains("is not UTF-8");
    assertThat(finding("\uFEFF{\"Statement\": []}".getBytes(StandardCharsets.UTF_16LE)))
        .contains("UTF-16");
    assertThat(finding("\uFEFF{\"Statement\": []}".getBytes(StandardCharsets.UTF_16BE)))
        .contains("UTF-16");
    assertThat(finding("{\"Statement\": \"\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .contains("is not UTF-8");
  }

  @Test
  void nothingFromAConfigurationReachesATerminalUnescaped() {
    kmslint.file("p.json", Kmslint.KEY_POLICY).file(".kmslint.yml", "\"\\e[2J\\u202E\": 1\n");
    assertThat(kmslint.run("check", "p.json").err())
        .isEqualTo("kmslint: .kmslint.yml:1:1: there is no setting `\\u{1b}[2J\\u{202e}` here\n");
  }

  @Test
  void nestingHasABound() {
    assertThat(finding("[".repeat(100_000)))
        .contains("objects and arrays are nested more than 100 levels deep");
    assertThat(finding("{\"Statement\":".repeat(100_000)))
        .contains("objects and arrays are nested more than 100 levels deep");
    String yaml = "Statement: " + "[".repeat(100_000);
    Kmslint.Result result = kmslint.file("p.yml", yaml).run("check", "p.yml", "--format=compact");
    assertThat(result.out()).contains("nested more than 100 levels deep");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkDoesNotHideThePolicy() {
    Kmslint.Result result =
        kmslint
            .file("p.json", "\uFEFF" + Kmslint.BAD_POLICY)
            .run("check", "p.json", "--format=compact");
    assertThat(result.out()).contains("p.json:1:1: error: ").contains("p.json:6:15: error: ");
  }

  @Test
  void fiftyMegabytesAreRead() {
    StringBuilder text = new StringBuilder(52_000_000);
    text.append("{\"Statement\": [");
    String statement =
        "{\"Effect\": \"Allow\", \"Action\": \"kms=Decrypt\", \"Resource\": \""
            + "x".repeat(1 << 20)
            + "\"}";
    for (int i = 0; i < 49; i++) {
      text.append(i == 0 ? "" : ",").append(statement);
    }
    text.append("]}");
    assertThat(text.length()).isGreaterThan(50_000_000);
    Kmslint.Result result =
        kmslint
            .file("p.json", text.toString())
            .run("check", "p.json", "--format=compact", "--only", "policy/malformed-action");
    assertThat(result.err()).isEmpty();
    assertThat(result.out().split("malformed-action", -1)).hasSize(50);
  }

  @Test
  void aFolderThatLeadsBackIntoItselfEnds() throws IOException {
    kmslint.file("a/p.json", Kmslint.BAD_POLICY);
    Files.createSymbolicLink(temp.resolve("a/back"), temp);
    Files.createSymbolicLink(temp.resolve("self.json"), Path.of("self.json"));
    Kmslint.Result result =
        kmslint.run("check", ".", "--format=compact", "--only=policy/malformed-action");
    assertThat(result.out()).startsWith("a/p.json:6:15").contains("\n").hasLineCount(1);
    assertThat(result.status()).isEqualTo(1);
    Kmslint.Result named = kmslint.run("check", "self.json");
    assertThat(named.status()).isEqualTo(3);
  }

  @Test
  void aNameThatCannotBeAPathIsWrongUsage() {
    Kmslint.Result result = kmslint.run("check", "a\u0000b");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("cannot be the name of a file");
  }

  @Test
  void whatComesFromAFileIsMadeVisible() {
    String nasty = Kmslint.KEY_POLICY.replace("kms:*", "kms=\\u001b[31m\u202Ered");
    Kmslint.Result result = kmslint.file("p.json", nasty).run("check", "p.json");
    assertThat(result.out()).doesNotContain("\u001B").doesNotContain("\u202E");
  }

  @Test
  void whatIsNotUtf8IsOneFinding() {
    byte[] text = Kmslint.KEY_POLICY.replace("2012", "z").getBytes(StandardCharsets.UTF_8);
    text[Kmslint.KEY_POLICY.indexOf("2012")] = (byte) 0xFF;
    kmslint.file("p.json", text);
    String only = "policy/invalid-json,policy/invalid-character";
    assertThat(kmslint.run("check", "p.json", "--format", "compact", "--only", only).out())
        .isEqualTo(
            "p.json:2:15: error: this cannot be read: byte 16 (counted from 0) is not UTF-8"
                + " [policy/invalid-json]\n");
    assertThat(
            kmslint
                .run("check", "p.json", "--format", "compact", "--only", "policy/invalid-character")
                .out())
        .contains("[policy/invalid-character]");
  }
}
