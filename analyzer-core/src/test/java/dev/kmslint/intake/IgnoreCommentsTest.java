package dev.kmslint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoreCommentsTest {
  private static List<InlineSuppression> read(String text) {
    return IgnoreComments.of(new SourceFile("t.yml", text));
  }

  @Test
  void aCommentOnALineOfItsOwnIsAboutWhatTheNextLineStarts() {
    String text =
        """
        Statement:
          # kmslint: ignore kms/a, kms/b -- ticket -- 1
          # more

          - Sid: x

            Effect: Allow
          - Sid: y
        """;
    List<InlineSuppression> found = read(text);
    assertThat(found).extracting(InlineSuppression::rule).containsExactly("kms/a", "kms/b");
    assertThat(found.get(0).reason()).isEqualTo("ticket -- 1");
    assertThat(found.get(0).scope().text()).isEqualTo("  - Sid: x\n\n    Effect: Allow");
    assertThat(found.get(0).location().text())
        .isEqualTo("# kmslint: ignore kms/a, kms/b -- ticket -- 1");
  }

  @Test
  void aCommentAtTheEndOfALineIsAboutWhatItStarts() {
    List<InlineSuppression> found =
        read("a:\n  Action: # kmslint: ignore kms/a\n    - x\n  b: 1\n");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).reason()).isEqualTo("a comment says so");
    assertThat(found.get(0).scope().text()).isEqualTo("  Action: # kmslint: ignore kms/a\n    - x");
  }

  @Test
  void whatIsNoCommentIsNone() {
    assertThat(read("a: x# kmslint: ignore kms/a\n# kmslint: ignore \n")).isEmpty();
    assertThat(read("# kmslint: ignore kms/a -- last line")).hasSize(1);
  }
}
