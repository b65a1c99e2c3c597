package dev.kmslint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with the files that say what it should be. {@code -Dkmslint.rewrite=true} writes
 * those files anew, for a person to read the difference; not where the environment has {@code CI}.
 */
public final class Goldens {
  private static final String REWRITE = "kmslint.rewrite";

  private Goldens() {}

  /** Whether the files are to be written anew. */
  public static boolean rewriting() {
    return rewriting(Boolean.getBoolean(REWRITE), System.getenv("CI"));
  }

  static boolean rewriting(boolean asked, String ci) {
    if (asked && ci != null) {
      throw new IllegalStateException(
          "-D" + REWRITE + " is for people: goldens stay as they are in CI");
    }
    return asked;
  }

  /** Fails unless the file holds exactly this text; or writes it there. */
  public static void check(Path file, String actual) {
    try {
      if (rewriting()) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return;
      }
      assertThat(file).as("a golden file; -D" + REWRITE + "=true writes it").exists();
      assertThat(actual).as(file.toString()).isEqualTo(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
