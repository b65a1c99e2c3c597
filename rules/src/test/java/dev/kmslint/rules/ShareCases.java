package dev.kmslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;

/**
 * The cases of a rule about sharings: each is a folder with a configuration that declares one
 * share, and beside it the expected output, which ends with the share's verdict.
 */
final class ShareCases {
  private ShareCases() {}

  static void add(String id, Path folder, List<DynamicNode> tests) throws IOException {
    FolderCases.add(id, folder, tests, ShareCases::check);
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
      FolderCases.delete(folder);
    }
  }

  private static void check(String id, Path folder) throws IOException {
    String said = ShareRun.compact(folder, List.of(id));
    checkLines(id, said);
    Goldens.check(FolderCases.expected(folder), said);
  }

  /** Findings of this rule, and the verdict of one share. */
  private static void checkLines(String id, String said) {
    List<String> lines = CaseText.heads(said);
    assertThat(lines).isNotEmpty();
    assertThat(lines.get(lines.size() - 1)).startsWith("share ");
    assertThat(lines.subList(0, lines.size() - 1))
        .allSatisfy(line -> assertThat(line).endsWith("[" + id + "]"));
  }
}
