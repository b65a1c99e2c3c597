package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever looks for a schema finds it. */
class SchemasTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void thePageNamesThemAll() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/schemas.md"));
    String folder = "analyzer-core/src/main/resources/dev/kmslint/schema";
    assertThat(page).contains("](../../" + folder + ")");
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      List<String> names = files.map(file -> "| `" + file.getFileName() + "` |").toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(5);
      assertThat(page).contains(names);
      assertThat(page.lines().filter(line -> line.startsWith("| `"))).hasSameSizeAs(names);
    }
  }
}
