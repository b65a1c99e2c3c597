package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Faults that engineers make, and policies that are right: which rules find errors and warnings.
 */
class EngineersTest {
  private static final Path FILE = Path.of("src/test/resources/dev/kmslint/rules/engineers.txt");
  private static final String OWNER =
      "{\"Sid\": \"Owner\", \"Effect\": \"Allow\", \"Principal\": {\"AWS\":"
          + " \"arn:aws:iam::111122223333:root\"}, \"Action\": \"kms:*\", \"Resource\": \"*\"},\n";

  @TestFactory
  List<DynamicTest> whatIsWrongIsFoundAndNothingElse() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String head = "";
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("## ")) {
        head = line.substring(3);
      } else if (line.startsWith("{")) {
        String[] parts = head.split(" \\| ", -1);
        tests.add(DynamicTest.dynamicTest(parts[0], () -> check(parts[1], parts[2], line)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(80);
    return tests;
  }

  private static void check(String facts, String rules, String statements) {
    boolean key = facts.startsWith("key");
    boolean alone = !key || facts.contains(" alone");
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + (alone ? "" : OWNER) + statements + "]}";
    String known = "kind=" + facts.replace(" alone", "") + (key ? " owner=111122223333" : "");
    String said =
        RuleRun.compact(
            BuiltInRules.all(),
            "policy.json",
            policy.getBytes(StandardCharsets.UTF_8),
            Facts.ofWords(known));
    Set<String> found = new TreeSet<>();
    for (String line : CaseText.heads(said)) {
      if (!line.contains(": note: ")) {
        found.add(line.substring(line.lastIndexOf('[') + 1, line.length() - 1));
      }
    }
    String all = String.join(", ", found);
    assertThat(all.isEmpty() ? "-" : all).as(said).isEqualTo(rules);
  }
}
