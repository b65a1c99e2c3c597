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

/** The cases of a rule that are folders, each with its expected output beside it. */
final class FolderCases {
  /** Checks one case. */
  interface Check {
    void of(String id, Path folder) throws IOException;
  }

  private FolderCases() {}

  static void add(String id, Path folder, List<DynamicNode> tests, Check check) throws IOException {
    List<Path> cases = new ArrayList<>();
    for (Path one : entries(folder.resolve("cases"))) {
      if (Files.isDirectory(one)) {
        cases.add(one);
        tests.add(
            DynamicTest.dynamicTest(
                one.getFileName().toString(), one.toUri(), () -> check.of(id, one)));
      }
    }
    tests.add(DynamicTest.dynamicTest("cases", () -> checkBothKinds(id, folder, cases)));
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

  static Path expected(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".expected");
  }

  static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  static void delete(Path folder) throws IOException {
    for (Path file : entries(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
