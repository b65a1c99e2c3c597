package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Policies on which other tools are wrong: what all rules together say about each, which is nothing
 * for most. A name that begins with identity is an identity policy; the key policies belong to
 * account 111122223333.
 */
class NeverWrongTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/kmslint/rules/never-wrong");

  @TestFactory
  List<DynamicTest> allRulesTogether() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
          tests.add(DynamicTest.dynamicTest(name, file.toUri(), () -> check(file, name)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests;
  }

  private static void check(Path file, String name) throws IOException {
    String kind = name.startsWith("identity") ? "identity" : "key";
    Facts facts = Facts.ofWords("kind=" + kind + " owner=111122223333");
    String said = RuleRun.compact(BuiltInRules.all(), name, Files.readAllBytes(file), facts);
    Goldens.check(file.resolveSibling(name.replace(".json", ".expected")), said);
  }
}
