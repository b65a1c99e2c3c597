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
 * The cases of a rule about pairs of policies: each is a folder, and beside it the expected output
 * of {@code check}. A block of a page, named by the word behind {@code bad} or {@code good}, takes
 * the place of one document of a key and an account that use each other rightly.
 */
final class PairCases {
  private static final Path BASE = Path.of("src/test/resources/dev/kmslint/rules/pairing");

  private PairCases() {}

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

  /** A block of the page. */
  static void checkBlock(String id, RulePage.Block block) throws IOException {
    Path folder = Files.createTempDirectory("kmslint");
    try {
      for (Path file : entries(BASE)) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      Path replaced = folder.resolve(block.words().strip() + ".json");
      assertThat(replaced).exists();
      Files.writeString(replaced, block.text());
      String said = ShareRun.check(folder, List.of(id));
      assertThat(said.contains("[" + id + "]"))
          .as("rule.md:%s: it says <%s>", block.line(), said)
          .isEqualTo(block.bad());
    } finally {
      for (Path file : entries(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static void check(String id, Path folder) throws IOException {
    String said = ShareRun.check(folder, List.of(id));
    for (String line : CaseText.heads(said)) {
      boolean verdict = line.startsWith("share case ");
      assertThat(verdict || line.endsWith("[" + id + "]")).as(line).isTrue();
    }
    Goldens.check(expected(folder), said);
  }

  private static void checkBothKinds(String id, Path folder, List<Path> cases) throws IOException {
    boolean fires = false;
    boolean silent = false;
    TreeSet<Path> known = new TreeSet<>(cases);
    for (Path one : cases) {
      Path expected = expected(one);
      boolean found = Files.exists(expected) && Files.readString(expected).contains("[" + id + "]");
      fires |= found;
      silent |= !found;
      known.add(expected);
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
