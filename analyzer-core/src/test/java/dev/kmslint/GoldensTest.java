package dev.kmslint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldensTest {
  @Test
  void goldensAreNotRewrittenInCi() {
    assertThatIllegalStateException().isThrownBy(() -> Goldens.rewriting(true, "true"));
    assertThat(Goldens.rewriting(true, null)).isTrue();
    assertThat(Goldens.rewriting(false, "true")).isFalse();
  }

  @Test
  void aMissingGoldenAndADifferentOneFail(@TempDir Path folder) throws Exception {
    Assumptions.assumeFalse(Goldens.rewriting(), "goldens are being rewritten");
    Path file = folder.resolve("out.txt");
    assertThatThrownBy(() -> Goldens.check(file, "a\n")).isInstanceOf(AssertionError.class);
    Files.writeString(file, "a\n");
    Goldens.check(file, "a\n");
    assertThatThrownBy(() -> Goldens.check(file, "b\n")).isInstanceOf(AssertionError.class);
  }
}
