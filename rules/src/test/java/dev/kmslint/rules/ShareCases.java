package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of a rule about sharings: each is a folder with a configuration that declares one
 * share, and beside it the expected output, which ends with the share's verdict.
 */
final class ShareCases {
  private ShareCases() {}

  static void add(String id, Path folder, List<DynamicNode> tests) throws IOException {
    List<Path> cases = new ArrayList<>();
    for (Path one : entries(folder.resolve("cases"))) {
      if (Files.isDirectory(one)) {
        cases.add(one);
        tests.add(
            DynamicTest.dynamicTest(
                one.getFileName().toString(), one.toUri(), () -> check(id, one)));
      }
    }
    tests.add(DynamicTest.dynamicTest("cases", () -> checkBothKinds(id, folder, cases)));
  }

  /** A block of the page, in the place of a document of a sharing that is right. */
  static void checkBlock(String id, RulePage.Block block) throws IOException {
    Path folder = Files.createTempDirectory("kmslint");
    try {
      ShareExample.write(folder, block.words(), block.text());
      String said = ShareRun.compact(folder, List.of(id));
      assertThat(said.contains("[" + id + "]"))
          .as("rule.md:%s: it says <%s>", block.line(), said)
          .isEqualTo(block.bad());
      checkLines(id, said);
    } finally {
      for (Path file : entries(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static void check(String id, Path folder) throws IOException {
    String said = ShareRun.compact(folder, List.of(id));
    checkLines(id, said);
    Goldens.check(expected(folder), said);
  }

  /** Findings of this rule, and the verdict of one share. */
  private static void checkLines(String id, String said) {
    List<String> lines = CaseText.heads(said);
    assertThat(lines).isNotEmpty();
    assertThat(lines.get(lines.size() - 1)).startsWith("share ");
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(line).endsWith("[" + id + "]"));
  }

  private static void checkBothKinds(String id, Path folder, List<Path> cases) throws IOException {
    boolean fires = false;
    boolean silent = false;
    TreeSet<Path> known = new TreeSet<>(cases);
    for (Path one : cases) {
      boolean found = Files.readString(expected(one)).contains("[" + id + "]");
      fires |= found;
      silent |= !found;
      known.add(expected(one));
    }
    assertThat(fires).as("a case that fires").isTrue();
    assertThat(silent).as("a case that is silent").isTrue();
    assertThat(known).containsAll(entries(folder.resolve("cases")));
    assertThat(entries(folder))
        .extracting(Path::getFileName)
        .containsExactly(Path.of("cases"), Path.of("rule.md"));
  }

  private static Path expected(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".expected");
  }

  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
