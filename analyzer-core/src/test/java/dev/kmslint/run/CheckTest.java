package dev.kmslint.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir Path temp;

  private Runs runs() {
    return new Runs(temp);
  }

  @Test
  void walksFoldersInOrderAndCountsWhatItPassesOver() throws UsageException {
    Analysis analysis =
        runs()
            .file("b.json", Runs.IAM_POLICY)
            .file(
                "a/z.yaml", "Statement:\n  - Effect: Allow\n    Action: kms:*\n    Resource: '*'\n")
            .file("a/y.template", Runs.IAM_POLICY)
            .file("A.JSON", Runs.IAM_POLICY)
            .file("plan.tfplan.json", "{\"nothing\": 1}")
            .file("data.json", "{ not json")
            .file("tagged.yml", "Resources:\n  A: !Ref B\n")
            .file("notes.txt", "Statement")
            .file("target/t.json", Runs.IAM_POLICY)
            .file("a/.git/g.json", Runs.IAM_POLICY)
            .file("node_modules/n.json", Runs.IAM_POLICY)
            .check(".");
    assertThat(Runs.files(analysis))
        .containsExactly("A.JSON", "a/y.template", "a/z.yaml", "b.json");
    assertThat(analysis.report().files()).isEqualTo(4);
    assertThat(analysis.report().policies()).isEqualTo(4);
    assertThat(analysis.report().passedOver()).isEqualTo(3);
    assertThat(analysis.status()).isZero();
  }

  @Test
  void whoWantsToKnowIsToldHowFarItIs() throws UsageException {
    List<String> told = new ArrayList<>();
    Runs runs = runs().file("a.json", Runs.IAM_POLICY).file("b.json", "{}");
    runs.progress = (what, done, all) -> told.add(what + " " + done + "/" + all);
    runs.check(".");
    assertThat(told)
        .containsExactly("reading files 0/2", "reading files 1/2", "checking policies 0/1");
  }

  @Test
  void whatDoesNotParseIsAFindingOnlyIfItLooksLikeAPolicy() throws UsageException {
    Analysis analysis =
        runs()
            .file("p.json", "{ \"Statement\": [ }")
            .file("p.yml", "Statement: [\n")
            .file("q.json", "{ \"Other\": [ }")
            .check(".");
    assertThat(Runs.lines(analysis))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("p.json:1:18: error: "))
        .anyMatch(line -> line.startsWith("p.yml:1:13: error: "));
    assertThat(analysis.report().passedOver()).isEqualTo(1);
    assertThat(analysis.status()).isEqualTo(1);
  }

  @Test
  void aTagThatHidesAPolicyIsAnErrorInAWalkToo() throws UsageException {
    Analysis analysis =
        runs().file("p.yml", "Statement: !Ruby x\n").file("q.yml", "Other: !Ruby x\n").check(".");
    assertThat(Runs.errors(analysis))
        .containsExactly("p.yml: the YAML tag `!Ruby` is not one that kmslint reads (1:12)");
  }

  @Test
  void aPolicyInUtf16IsAFindingInAWalk() throws IOException, UsageException {
    Files.write(
        temp.resolve("p.json"), ("\uFEFF" + Runs.IAM_POLICY).getBytes(StandardCharsets.UTF_16LE));
    assertThat(Runs.lines(runs().check(".")))
        .containsExactly("p.json:1:1: error: the file is UTF-16, not UTF-8");
  }

  @Test
  void aNamedFileThatHoldsNothingIsAnError() throws UsageException {
    Analysis analysis =
        runs()
            .file("package.json", "{\"name\": \"x\"}")
            .file("stack.yml", "A: 1\nB: !Ruby x\n")
            .file("p.json", Runs.IAM_POLICY)
            .check("package.json", "stack.yml", "missing.json", "p.json");
    assertThat(Runs.errors(analysis))
        .containsExactly(
            "missing.json: the file does not exist",
            "package.json: the file holds nothing that kmslint knows: no policy, and no document of"
                + " facts such as the output of `describe-key`",
            "stack.yml: the YAML tag `!Ruby` is not one that kmslint reads (2:4)");
    assertThat(Runs.files(analysis)).containsExactly("p.json");
    assertThat(analysis.status()).isEqualTo(3);
  }

  @Test
  void aNamedFileThatDoesNotParseIsAFinding() throws UsageException {
    Analysis analysis = runs().file("x.json", "").check("x.json");
    assertThat(Runs.lines(analysis)).containsExactly("x.json:1:1: error: the file is empty");
    assertThat(analysis.status()).isEqualTo(1);
  }

  @Test
  void patternsAreExpanded() throws UsageException {
    Runs runs =
        runs()
            .file("p/a.json", Runs.IAM_POLICY)
            .file("p/b.json", Runs.IAM_POLICY)
            .file("p/q/c.json", Runs.IAM_POLICY)
            .file("p/d.txt", "x");
    assertThat(Runs.files(runs.check("p/*.json"))).containsExactly("p/a.json", "p/b.json");
    assertThat(Runs.files(runs.check("p/**/*.json")))
        .containsExactly("p/a.json", "p/b.json", "p/q/c.json");
    assertThat(Runs.files(runs.check("*"))).hasSize(3);
    assertThat(Runs.errors(runs.check("p/*.xml")))
        .containsExactly("p/*.xml: no file has a name like this");
  }

  @Test
  void filesOutsideTheWorkingFolderHaveRelativeNames() throws UsageException {
    runs().file("out/p.json", Runs.IAM_POLICY).file("in/x.json", "{}");
    Analysis analysis =
        new Runs(temp.resolve("in")).check(temp.resolve("out").toString(), "../out/p.json");
    assertThat(Runs.files(analysis)).containsExactly("../out/p.json");
  }

  @Test
  void followsNoLinkOutOfTheTreeAndNoLinkToAFolder() throws IOException, UsageException {
    runs().file("out/secret.json", Runs.IAM_POLICY).file("in/p.json", Runs.IAM_POLICY);
    runs().file("in/data/raw.txt", Runs.IAM_POLICY);
    Files.createSymbolicLink(temp.resolve("in/loop"), Path.of("."));
    Files.createSymbolicLink(temp.resolve("in/away"), Path.of("../out"));
    Files.createSymbolicLink(temp.resolve("in/s.json"), Path.of("../out/secret.json"));
    Files.createSymbolicLink(temp.resolve("in/twice.json"), Path.of("p.json"));
    Files.createSymbolicLink(temp.resolve("in/mounted.json"), Path.of("data/raw.txt"));
    Files.createSymbolicLink(temp.resolve("in/dangling.json"), Path.of("nowhere.json"));
    Analysis analysis = runs().check("in");
    assertThat(Runs.files(analysis)).containsExactly("in/mounted.json", "in/p.json");
    assertThat(analysis.report().errors()).isEmpty();
    assertThat(Runs.files(runs().check("in/s.json"))).containsExactly("in/s.json");
  }

  @Test
  void whatCannotBeReadIsAnErrorAndTheRestIsReported() throws IOException, UsageException {
    runs().file("p.json", Runs.IAM_POLICY).file("q.json", Runs.IAM_POLICY);
    Path secret = temp.resolve("q.json");
    Assumptions.assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret));
    Analysis analysis = runs().check(".");
    assertThat(Runs.errors(analysis))
        .containsExactly("q.json: the file cannot be read: permission denied");
    assertThat(Runs.files(analysis)).containsExactly("p.json");
  }

  @Test
  void aFileBeyondTheBoundIsAnError() throws IOException, UsageException {
    large("big.json", "{\"Resources\": {}", "}");
    large("big.yaml", "Statement: []", "");
    assertThat(Runs.errors(runs().check("big.json", "big.yaml")))
        .containsExactly(
            "big.json: the file is larger than 64 MiB and was not read: only long lists and several"
                + " documents in JSON can be read in parts",
            "big.yaml: the file is larger than 64 MiB and was not read: YAML has to be read as a"
                + " whole");
  }

  @Test
  void whatIsNoJsonIsAFindingHoweverLargeItIs() throws IOException, UsageException {
    large("big.json", "\n\0", "}");
    assertThat(Runs.lines(runs().check("big.json")))
        .containsExactly("big.json:2:1: error: there is a NUL character: this is not JSON text");
  }

  private void large(String name, String start, String end) throws IOException {
    byte[] bytes = new byte[Loader.MAX_BYTES + 1];
    java.util.Arrays.fill(bytes, (byte) ' ');
    byte[] first = start.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    System.arraycopy(first, 0, bytes, 0, first.length);
    if (!end.isEmpty()) {
      bytes[bytes.length - 1] = (byte) end.charAt(0);
    }
    Files.write(temp.resolve(name), bytes);
  }

  @Test
  void aConfigurationFurtherDownIsNoted() throws UsageException {
    runs().file("sub/.kmslint.yml", "fail-on: never").file("sub/p.json", Runs.IAM_POLICY);
    String note =
        "`sub/.kmslint.yml` does not count here; `--config sub/.kmslint.yml` makes it count";
    assertThat(runs().check(".").notes()).contains(note);
    assertThat(runs().check("sub").notes()).doesNotContain(note);
  }

  @Test
  void aParameterThatNoTemplateHasIsWarnedOf() throws UsageException {
    Runs runs = runs();
    runs.file("t.json", "{\"Parameters\":{\"Stage\":{}},\"Resources\":{\"Key\":{}}}");
    runs.file("p.json", Runs.IAM_POLICY);
    runs.parameters = Map.of("AWS::Region", "a", "Key.Arn", "b", "Stage", "c", "Stag", "d");
    assertThat(runs.check(".").warnings())
        .containsExactly(
            "`--parameter Stag=...` is of no use: no template that was read has such a parameter;"
                + " did you mean `Stage`?");
  }

  @Test
  void readsStandardInput() throws UsageException {
    Runs runs = runs();
    runs.stdin = Runs.OWNER_POLICY;
    assertThat(Runs.files(runs.check("-"))).containsExactly("<stdin>");
    runs.stdin = "Statement:\n  Effect: Allow\n  Action: kms:*\n  Resource: '*'\n";
    assertThat(Runs.files(runs.check("-"))).containsExactly("<stdin>");
    runs.stdin = "{\"a\": 1}";
    assertThat(Runs.errors(runs.check("-"))).hasSize(1);
    runs.stdin = "nonsense";
    assertThat(runs.check("-").status()).isEqualTo(1);
  }

  @Test
  void theSameInputGivesTheSameReport() throws UsageException {
    Runs runs = runs();
    for (String name : List.of("b", "a", "c/d", "c/a")) {
      runs.file(name + ".json", Runs.KEY_POLICY);
    }
    assertThat(Runs.lines(runs.check(".")))
        .isEqualTo(Runs.lines(runs.check("c", "a.json", "b.json")));
  }
}
