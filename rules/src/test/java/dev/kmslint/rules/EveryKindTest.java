package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Faulty and unusual policies, each read as a policy of every kind, with and without facts about
 * the key: where which rule says something, and for which kinds. No rule fails on any of them.
 */
class EveryKindTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/kmslint/rules/every-kind");

  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("key", "kind=key");
    KINDS.put("key+owner", "kind=key owner=111122223333");
    KINDS.put(
        "key+arn",
        "kind=key trusted-accounts=444455556666"
            + " key-arn=arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    KINDS.put("key+aws", "kind=key owner=111122223333 aws-managed=true");
    for (String kind :
        List.of("identity", "boundary", "session", "scp", "rcp", "trust", "resource")) {
      KINDS.put(kind, "kind=" + kind);
    }
    KINDS.put("resource+owner", "kind=resource owner=111122223333");
  }

  @TestFactory
  List<DynamicTest> allRulesTogether() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      tests.add(
          DynamicTest.dynamicTest(
              file.getFileName().toString(), file.toUri(), () -> check(file, BuiltInRules.all())));
    }
    assertThat(tests).hasSizeGreaterThan(8);
    return tests;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void check(Path file, List<Rule> rules) throws IOException {
    Goldens.check(Path.of(file.toString().replace(".json", ".expected")), said(file, rules));
  }

  /** Each finding's place, severity and rule, and the kinds for which it is said. */
  private static String said(Path file, List<Rule> rules) throws IOException {
    Map<String, List<String>> findings = new LinkedHashMap<>();
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      String said =
          RuleRun.compact(rules, "", Files.readAllBytes(file), Facts.ofWords(kind.getValue()));
      assertThat(said).doesNotContain("internal error");
      for (String line : CaseText.heads(said)) {
        String[] parts = line.split(": ", 3);
        String finding =
            parts[0].substring(1) + ' ' + parts[1] + line.substring(line.lastIndexOf(" ["));
        List<String> kinds = findings.computeIfAbsent(finding, key -> new ArrayList<>());
        if (!kinds.contains(kind.getKey())) {
          kinds.add(kind.getKey());
        }
      }
    }
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, List<String>> finding : new TreeMap<>(findings).entrySet()) {
      boolean all = finding.getValue().size() == KINDS.size();
      out.append(finding.getKey()).append(": ");
      out.append(all ? "all" : String.join(", ", finding.getValue())).append('\n');
    }
    return out.toString();
  }
}
