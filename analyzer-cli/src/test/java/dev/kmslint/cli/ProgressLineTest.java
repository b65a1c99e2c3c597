package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ProgressLine line =
      new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  private final long start = System.nanoTime() / 1_000_000;

  private String written() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  @Test
  void aShortRunSaysNothing() {
    for (int i = 0; i < 500; i++) {
      line.step("reading files", i, 500, start + i);
    }
    line.end();
    assertThat(written()).isEmpty();
  }

  @Test
  void aLongRunTellsHowFarItIsAndLeavesNothing() {
    line.step("reading files", 7, 500, start + 2_000);
    assertThat(written()).isEqualTo("\r\u001B[Kkmslint: reading files, 7 of 500");
    line.step("reading files", 8, 500, start + 2_001);
    assertThat(written()).isEmpty();
    line.step("checking policies", 0, 500, start + 2_100);
    assertThat(written()).isEqualTo("\r\u001B[Kkmslint: checking policies, 0 of 500");
    line.end();
    assertThat(written()).isEqualTo("\r\u001B[K");
    line.end();
    assertThat(written()).isEmpty();
  }
}
