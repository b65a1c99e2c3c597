package dev.kmslint.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the samples as a person would and compares what is printed, to the letter. {@code
 * -Dkmslint.rewrite=true} writes the golden files anew; not where the environment has {@code CI}.
 */
class SamplesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path GOLDENS = Path.of("src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> everySampleInEveryFormat() throws IOException {
    List<String> names = names();
    assertThat(names)
        .contains("aurora-snapshot-share", "aws-documentation-example", "broken-share");
    return names.stream()
        .flatMap(
            name ->
                Map.of("text", "txt", "json", "json", "sarif", "sarif").entrySet().stream()
                    .map(
                        format ->
                            DynamicTest.dynamicTest(
                                name + " " + format.getKey(),
                                () -> {
                                  Ran ran = share(name, "--format", format.getKey());
                                  assertThat(ran.err()).isEmpty();
                                  check(GOLDENS.resolve(name + "." + format.getValue()), ran.out());
                                })));
  }

  @ParameterizedTest
  @CsvSource({
    "aurora-snapshot-share, 0, PROVEN",
    "aws-documentation-example, 1, PROVEN",
    "broken-share, 1, BROKEN"
  })
  void statusAndVerdict(String name, int status, String verdict) {
    Ran ran = share(name);
    assertThat(ran.status()).isEqualTo(status);
    assertThat(ran.out()).contains(": " + verdict + "\n");
  }

  @ParameterizedTest
  @CsvSource({"text, txt", "json, json"})
  void carriersAreReadWithTheirPlaces(String format, String ending) throws IOException {
    Ran ran = run("check", "samples/carriers", "--format", format);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(1);
    check(GOLDENS.resolve("carriers." + ending), ran.out());
  }

  @Test
  void placesInSarifAreThoseInJson() {
    String json = run("check", "samples/carriers", "--format", "json").out();
    String sarif = run("check", "samples/carriers", "--format", "sarif").out();
    List<String> places = regions(json.substring(json.indexOf("\"findings\"")));
    List<String> all = regions(sarif);
    assertThat(all).hasSizeGreaterThanOrEqualTo(7);
    assertThat(places).containsAll(all);
  }

  private static List<String> regions(String text) {
    return java.util.regex.Pattern.compile(
            "\"startLine\": ?(\\d+),\\s*\"startColumn\": ?(\\d+),\\s*"
                + "\"endLine\": ?(\\d+),\\s*\"endColumn\": ?(\\d+)")
        .matcher(text)
        .results()
        .map(
            result ->
                result.group(1)
                    + ":"
                    + result.group(2)
                    + "-"
                    + result.group(3)
                    + ":"
                    + result.group(4))
        .toList();
  }

  @Test
  void whatIsGivenForATemplateDecides() {
    Ran ran =
        run(
            "check",
            "samples/carriers/template.yaml",
            "--format",
            "compact",
            "--parameter",
            "DrAccount=444455556666",
            "--parameter",
            "AWS::Partition=aws",
            "--owner",
            "111122223333");
    assertThat(ran.out())
        .contains("template.yaml:31:25: warning: account `444455556666`, which is not trusted");
    assertThat(run("check", "samples/carriers/template.yaml", "--format", "compact").out())
        .doesNotContain("not trusted");
    assertThat(run("check", "samples/carriers", "--parameter", "x").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"text, txt", "json, json"})
  void keyPoliciesAndExportsOfAccountsAreHeldAgainstEachOther(String format, String ending)
      throws IOException {
    Ran check = run("check", "samples/account-exports", "--format", format);
    assertThat(check.err()).isEmpty();
    assertThat(check.status()).isZero();
    check(GOLDENS.resolve("account-exports." + ending), check.out());
    String key = "arn:aws:kms:eu-west-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321";
    Ran can = run("can", "*", "kms:Decrypt", key, "samples/account-exports", "--format", format);
    assertThat(can.err()).isEmpty();
    assertThat(can.status()).isEqualTo(1);
    check(GOLDENS.resolve("account-exports-can." + ending), can.out());
  }

  @Test
  void onlyTheCallersPoliciesOfAnAccountCount() {
    String key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    String who = "arn:aws:iam::444455556666:";
    String details = "samples/carriers/authorization-details.json";
    String policy = "samples/aurora-snapshot-share/key-policy.json";
    assertThat(run("can", who + "user/copier", "kms:Decrypt", key, policy, details).out())
        .startsWith("ALWAYS");
    assertThat(run("can", who + "role/Reader", "kms:Decrypt", key, policy, details).out())
        .startsWith("NEVER");
    assertThat(run("can", who + "role/Reader", "kms:DescribeKey", key, policy, details).out())
        .startsWith("ALWAYS");
    Ran other = run("can", who + "role/Other", "kms:DescribeKey", key, policy, details);
    assertThat(other.out()).startsWith("NEVER");
    assertThat(other.err())
        .isEqualTo(
            "kmslint: warning: `"
                + details
                + "` says whose its policies are, and `arn:aws:iam::444455556666:role/Other` has"
                + " none of them; name a user or role whose they are\n");
    String option = "--identity-policy=" + details;
    assertThat(run("can", who + "role/Reader", "kms:Decrypt", key, policy, option).out())
        .startsWith("NEVER");
    assertThat(run("can", who + "user/copier", "kms:Decrypt", key, policy, option).out())
        .startsWith("ALWAYS");
    assertThat(run("can", who + "role/Other", "kms:Decrypt", key, policy, option).out())
        .contains("the file does not hold a policy of `arn:aws:iam::444455556666:role/Other`");
  }

  /** Bare files, outputs of the AWS CLI, a template and a plan say the same of one pair. */
  @Test
  void thePairSaysTheSameInEveryCarrier(@TempDir Path folder) throws IOException {
    Path pair = ROOT.resolve("samples/broken-share");
    String key = Files.readString(pair.resolve("key-policy.json"));
    String iam = Files.readString(pair.resolve("iam-policy.json"));
    Files.writeString(
        folder.resolve("cli-key.json"),
        "{\"PolicyName\": \"default\", \"Policy\": " + text(key) + "}");
    Files.writeString(
        folder.resolve("cli-key.yaml"),
        "PolicyName: default\nPolicy: |\n  " + key.replace("\n", "\n  ") + "\n");
    Files.writeString(
        folder.resolve("cli-iam.json"), "{\"PolicyVersion\": {\"Document\": " + iam + "}}");
    Files.writeString(
        folder.resolve("template.json"),
        "{\"Resources\": {\"K\": {\"Type\": \"AWS::KMS::Key\", \"Properties\": {\"KeyPolicy\": "
            + key
            + "}}, \"P\": {\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\":"
            + " {\"PolicyDocument\": "
            + iam
            + "}}}}");
    Files.writeString(
        folder.resolve("plan.json"),
        "{\"format_version\": \"1.2\", \"resource_changes\": ["
            + change("aws_kms_key", key)
            + ", "
            + change("aws_iam_policy", iam)
            + "]}");
    String files = pair.toString();
    List<String> bare = said(files + "/key-policy.json", files + "/iam-policy.json");
    assertThat(bare).hasSize(4).contains("share (aurora-snapshot-copy): BROKEN");
    assertThat(said(folder + "/cli-key.json", folder + "/cli-iam.json")).isEqualTo(bare);
    assertThat(said(folder + "/cli-key.yaml", folder + "/cli-iam.json")).isEqualTo(bare);
    assertThat(said(folder + "/template.json")).isEqualTo(bare);
    assertThat(said(folder + "/plan.json")).isEqualTo(bare);
  }

  @Test
  void versionsThatDifferInOpenStatementsAreNotCalledTheSame(@TempDir Path folder)
      throws IOException {
    String old = Files.readString(ROOT.resolve("samples/carriers/template.yaml"));
    String path = folder.resolve("new.yaml").toString();
    Files.writeString(Path.of(path), old);
    String[] diff = {"diff", "samples/carriers/template.yaml", path, "--owner", "111122223333"};
    assertThat(run(diff).out()).contains("NOTHING NEW").doesNotContain("UNKNOWN");
    Files.writeString(
        Path.of(path),
        old.replace(
            "- kms:DescribeKey\n", "- kms:DescribeKey\n              - kms:GetPublicKey\n"));
    assertThat(run(diff).out()).contains("UNKNOWN");
    assertThat(run(diff).status()).isEqualTo(1);
  }

  private static String text(String json) {
    return '"' + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String change(String type, String policy) {
    return "{\"address\": \"TYPE.x\", \"type\": \"TYPE\", \"name\": \"x\", \"change\": {\"after\":"
            .replace("TYPE", type)
        + " {\"policy\": "
        + text(policy)
        + "}}}";
  }

  /** The findings on a pair and its verdict, without their places. */
  private static List<String> said(String... policies) {
    String facts = "samples/broken-share/";
    List<String> args =
        new ArrayList<>(
            List.of(
                "share",
                "--to",
                "444455556666",
                "--format",
                "compact",
                facts + "describe-key.json",
                facts + "snapshot.json",
                facts + "snapshot-attributes.json"));
    args.addAll(List.of(policies));
    return run(args.toArray(String[]::new))
        .out()
        .lines()
        .map(line -> line.startsWith("share") ? line : line.substring(line.indexOf(": ") + 2))
        .sorted()
        .toList();
  }

  @Test
  void theRightPairHasNothingToReport() {
    assertThat(share("aurora-snapshot-share").out()).contains("no findings in 5 files");
  }

  @Test
  void theDocumentedPairHasThreeFindings() {
    Ran ran = share("aws-documentation-example", "--format", "compact");
    assertThat(ran.out().lines().filter(line -> line.endsWith("]")))
        .extracting(line -> line.substring(line.lastIndexOf('[')))
        .containsExactlyInAnyOrder(
            "[kms/lockout]", "[kms/grant-condition-bypassed]", "[iam/grant-condition-bypassed]");
  }

  /** What the README shows of the broken sample's files stands in them. */
  @Test
  void theReadmeQuotesTheSample() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String policy = Files.readString(ROOT.resolve("samples/broken-share/key-policy.json"));
    int start = readme.indexOf("```json\n") + "```json\n".length();
    String quoted = readme.substring(start, readme.indexOf("```", start));
    for (String line : quoted.lines().toList()) {
      assertThat(policy).contains(line.strip());
    }
  }

  @Test
  void thereAreAsManyFindingsInEveryFormat() {
    for (String name : List.of("aws-documentation-example", "broken-share")) {
      int text = count(share(name, "--format", "compact").out(), "]\n");
      assertThat(count(share(name, "--format", "json").out(), "\"fingerprint\"")).isEqualTo(text);
      assertThat(count(share(name, "--format", "sarif").out(), "\"ruleIndex\"")).isEqualTo(text);
      assertThat(text).isEqualTo(3);
    }
  }

  /** What breaks on one side is a way from the side that is right to the one that is not. */
  @Test
  void aBrokenShareIsAWayOverBothSides() {
    String sarif = share("broken-share", "--only=share/key-arn-mismatch", "--format=sarif").out();
    String flow = sarif.substring(sarif.indexOf("\"codeFlows\""));
    int right = flow.indexOf("samples/broken-share/key-policy.json");
    assertThat(right).isPositive();
    assertThat(flow.lastIndexOf("samples/broken-share/iam-policy.json")).isGreaterThan(right);
    assertThat(flow).contains("the key policy allows `kms:DescribeKey` here");
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("."))) {
      return List.copyOf(
          new TreeSet<>(
              folders
                  .filter(folder -> Files.exists(folder.resolve(".kmslint.yml")))
                  .map(folder -> folder.getFileName().toString())
                  .toList()));
    }
  }

  private static Ran share(String name, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "share";
    args[1] = "samples/" + name;
    System.arraycopy(more, 0, args, 2, more.length);
    return run(args);
  }

  private static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            args,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            ROOT);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Ran(int status, String out, String err) {}

  private static void check(Path golden, String actual) throws IOException {
    if (Boolean.getBoolean("kmslint.rewrite")) {
      if (System.getenv("CI") != null) {
        throw new IllegalStateException("goldens stay as they are in CI");
      }
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, actual);
    }
    assertThat(golden).exists();
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
