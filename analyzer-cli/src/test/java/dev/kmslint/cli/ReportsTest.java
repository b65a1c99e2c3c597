package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports go. */
class ReportsTest {
  @TempDir Path temp;
  private Kmslint kmslint;

  @BeforeEach
  void aBadPolicy() {
    kmslint = new Kmslint(temp).file("bad.json", Kmslint.BAD_POLICY);
  }

  @Test
  void everyFormatGoesToItsFileInOneRun() throws IOException {
    List<String> args = new ArrayList<>(List.of("check", "bad.json"));
    for (Format format : Format.values()) {
      args.add("--report=" + format.word() + "=out/r." + format.ending());
    }
    assertThat(kmslint.run(args.toArray(String[]::new)).err()).isEmpty();
    for (Format format : Format.values()) {
      Kmslint.Result alone = kmslint.run("check", "bad.json", "--format", format.word());
      assertThat(temp.resolve("out/r." + format.ending())).hasContent(alone.out());
      assertThat(alone.status()).isEqualTo(1);
    }
  }

  @Test
  void twoReportsDoNotShareAFile() {
    Kmslint.Result result = kmslint.run("check", "bad.json", "--report=json=x", "--report=sarif=x");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("kmslint: two reports cannot both go to `x`\n");
  }

  @Test
  void theJobSummaryGrowsStepByStep() throws IOException {
    Path summary = Files.writeString(temp.resolve("summary.md"), "earlier\n");
    kmslint.environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    kmslint.run("check", "bad.json");
    assertThat(summary).hasContent("earlier\n");
    assertThat(kmslint.run("check", "bad.json", "--format=github").out()).startsWith("::error ");
    assertThat(Files.readString(summary))
        .isEqualTo("earlier\n" + kmslint.run("check", "bad.json", "--format=markdown").out());
  }

  @Test
  void theJobSummaryStaysBelowItsLimit() throws IOException {
    Path summary = temp.resolve("summary.md");
    Files.writeString(summary, "x".repeat(JobSummary.MAX_BYTES - 300));
    kmslint.environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    kmslint.run("check", "bad.json", "--format=github");
    assertThat(Files.size(summary)).isBetween(JobSummary.MAX_BYTES - 299L, 1024 * 1024L);
    assertThat(Files.readString(summary)).endsWith(" fit.\n");
  }

  @Test
  void aJobSummaryThatCannotBeWrittenChangesNothing() {
    kmslint.environment.put("GITHUB_STEP_SUMMARY", temp.resolve("no/such/folder.md").toString());
    Kmslint.Result result = kmslint.run("check", "bad.json", "--format=github");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).startsWith("kmslint: warning: the job summary cannot be written");
  }
}
