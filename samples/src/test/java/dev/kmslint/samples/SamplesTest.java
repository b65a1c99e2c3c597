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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
