package dev.kmslint.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLocationTest {
  private final SourceFile file = new SourceFile("a.json", "[1,\n2]");

  private SourceLocation at(int start, int end) {
    return new SourceLocation(file, start, end, Pointer.ROOT);
  }

  @Test
  void whatHasSeveralLinesIsNarrowedToItsFirstCharacter() {
    assertThat(at(0, 6).hasSeveralLines()).isTrue();
    assertThat(at(0, 6).inOneLine()).isEqualTo(at(0, 1));
    assertThat(at(0, 3).hasSeveralLines()).isFalse();
    assertThat(at(0, 3).inOneLine()).isEqualTo(at(0, 3));
    assertThat(at(4, 6).inOneLine()).isEqualTo(at(4, 6));
  }
}
