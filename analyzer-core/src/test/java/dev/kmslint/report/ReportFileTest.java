package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  @TempDir Path temp;

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void foldersAreMadeAndNothingElseIsLeft() throws IOException {
    Path file = temp.resolve("a/b/r.json");
    ReportFile.write(file, out -> out.write("caf\u00e9\n"));
    assertThat(Files.readString(file)).isEqualTo("caf\u00e9\n");
    assertThat(names(file.getParent())).containsExactly("r.json");
  }

  @Test
  void theFileIsSeenOnlyWhenItIsWhole() throws IOException {
    Path file = temp.resolve("r.json");
    Files.writeString(file, "old");
    ReportFile.write(
        file,
        out -> {
          out.write("x".repeat(100_000));
          out.flush();
          assertThat(Files.readString(file)).isEqualTo("old");
        });
    assertThat(Files.size(file)).isEqualTo(100_000);
  }

  @Test
  void afterAFailureTheOldFileIsThere() throws IOException {
    Path file = temp.resolve("r.json");
    Files.writeString(file, "old");
    assertThatIOException()
        .isThrownBy(
            () ->
                ReportFile.write(
                    file,
                    out -> {
                      out.write("half");
                      throw new IOException("no");
                    }))
        .withMessage("no");
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(names(temp)).containsExactly("r.json");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(temp.resolve("target.json"), "old");
    Path link = Files.createSymbolicLink(temp.resolve("link.json"), target);
    ReportFile.write(link, out -> out.write("new"));
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo("new");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(device));
    ReportFile.write(device, out -> out.write("gone"));
    assertThat(Files.isRegularFile(device)).isFalse();
  }
}
