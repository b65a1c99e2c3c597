package dev.kmslint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PipeTest {
  private static final byte[] LONG = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);

  private static Pipe failingWith(String message) {
    return new Pipe(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        });
  }

  @Test
  void writesWhatItIsGiven() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Pipe pipe = new Pipe(bytes);
    pipe.write(LONG, 0, LONG.length);
    pipe.write('y');
    pipe.flush();
    assertThat(bytes.size()).isEqualTo(LONG.length + 1);
    assertThat(pipe.failure()).isEmpty();
  }

  @Test
  void aReaderThatWentAwayIsNoFailure() {
    for (String message : new String[] {"Broken pipe", "The pipe is being closed"}) {
      Pipe pipe = failingWith(message);
      try (PrintStream out = new PrintStream(pipe, false, StandardCharsets.UTF_8)) {
        out.write(LONG, 0, LONG.length);
        out.print("more");
      }
      assertThat(pipe.failure()).isEmpty();
    }
  }

  @Test
  void aFullDiskIsOne() {
    Pipe pipe = failingWith("No space left on device");
    pipe.write('x');
    assertThat(pipe.failure()).isEmpty();
    pipe.flush();
    assertThat(pipe.failure()).isEqualTo("No space left on device");
  }
}
