package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sharings that failed for people: the verdict and the diagnosis have to be right. The cases lie
 * beside the repository; where they are absent, this is skipped.
 */
class DiagnosesTest {
  private static final Path CASES = Path.of("../../shared/cases/share");

  /** Words of a root cause, and the rule that is to name it. */
  private static final Map<String, String> RULES = new TreeMap<>();

  static {
    RULES.put("missing-creategrant", "share/create-grant-missing");
    RULES.put("key-users-only", "share/create-grant-missing");
    RULES.put("iam-side-lacks-creategrant", "share/create-grant-missing");
    RULES.put("statement-without-resource", "share/create-grant-missing");
    RULES.put("key-policy-resource-is-arn", "share/create-grant-missing");
    RULES.put("overbroad-action-star", "share/grant-condition-missing");
    RULES.put("default-aws-rds-key", "snapshot/aws-managed-key");
    RULES.put("bare-key-id", "snapshot/key-id-not-arn");
    RULES.put("copy-kept-under-source-key", "share/keeps-source-key");
    RULES.put("cross-region-copy-without-key", "snapshot/target-key-missing");
    RULES.put("cross-region-and-account", "snapshot/cross-account-and-region");
    RULES.put("orphaned-unique-id", "share/external-principal-missing");
    RULES.put("wildcard-inside-principal", "share/external-principal-missing");
    RULES.put("iam-allows-key-policy-does-not", "share/external-principal-missing");
    RULES.put("alias-arn-in-iam", "share/key-arn-mismatch");
    RULES.put("key-in-third-account", "share/key-arn-mismatch");
    RULES.put("iam-key-arn-wrong-region", "share/key-arn-mismatch");
    RULES.put("sourceip-condition", "share/condition-blocks");
    RULES.put("viaservice-wrong-region", "share/condition-blocks");
    RULES.put("grantforaws-false", "share/condition-blocks");
    RULES.put("sso-role-arn-missing-region", "share/undetermined");
    RULES.put("encrypt-on-copy", "snapshot/encrypt-on-copy");
    RULES.put("more-than-20-accounts", "snapshot/too-many-accounts");
    RULES.put("automated-snapshot", "snapshot/automated");
    RULES.put("aws-backup-snapshot", "snapshot/automated");
    RULES.put("key-pending-deletion", "snapshot/key-unusable");
    RULES.put("external-role-named-but-iam-on-other-role", "share/caller-mismatch");
    RULES.put("root-user-caller", "share/root-user-caller");
    RULES.put("mrk-replica", "snapshot/replica-key-not-shared");
    RULES.put("permissions-boundary", "share/guardrail-blocks");
    RULES.put("scp-region-deny", "share/guardrail-blocks");
    RULES.put("direct-restore-shared-encrypted", "snapshot/instance-direct-restore");
    RULES.put("sse-rds", "snapshot/aws-owned-key");
  }

  private static final Map<String, List<String>> VERDICTS =
      Map.of(
          "pass", List.of("PROVEN"),
          "pass-with-warning", List.of("PROVEN"),
          "warn", List.of("PROVEN", "UNKNOWN"),
          "fail", List.of("BROKEN"),
          "unknown", List.of("UNKNOWN"));

  @TestFactory
  Stream<DynamicTest> everyFailureIsNamed() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "skipped: there is no ../shared/cases");
    return folders().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  @Test
  void thereAreCasesForMostRules() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "skipped: there is no ../shared/cases");
    assertThat(
            folders().stream().map(DiagnosesTest::rule).filter(rule -> !rule.isEmpty()).distinct())
        .hasSizeGreaterThan(15);
  }

  private static void check(Path folder) throws IOException {
    String said = ShareRun.compact(folder.toRealPath(), List.of());
    String verdict = said.substring(said.lastIndexOf(' ') + 1).strip();
    assertThat(VERDICTS.get(member(folder, "verdict"))).as(said).contains(verdict);
    assertThat(said).contains(rule(folder));
  }

  private static String rule(Path folder) {
    String name = folder.getFileName().toString();
    for (Map.Entry<String, String> rule : RULES.entrySet()) {
      if (name.contains(rule.getKey())) {
        return "[" + rule.getValue() + "]";
      }
    }
    return "";
  }

  /** The cases of scenarios that kmslint has. */
  private static List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(CASES)) {
      return entries.filter(DiagnosesTest::isKnown).sorted().toList();
    }
  }

  private static boolean isKnown(Path folder) {
    try {
      Path configuration = folder.resolve(".kmslint.yml");
      return Files.exists(configuration)
          && Files.readString(configuration)
              .matches("(?s).*scenario: (aurora|rds)-snapshot-(copy|restore)\\n.*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String member(Path folder, String name) throws IOException {
    String text = Files.readString(folder.resolve("expected.json"));
    int start = text.indexOf('"', text.indexOf("\"" + name + "\":") + name.length() + 3) + 1;
    return text.substring(start, text.indexOf('"', start));
  }
}
