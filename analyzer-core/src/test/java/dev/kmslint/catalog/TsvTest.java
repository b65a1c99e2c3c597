package dev.kmslint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsvTest {

  @Test
  void readsRowsAndHeaders() {
    Tsv table = Tsv.parse("t.tsv", "#page\thttps://x\n# words\n#as-of\t2026\na\tb\n\n\tc\nd\t", 2);
    assertThat(table.rows())
        .containsExactly(new String[] {"a", "b"}, new String[] {"", "c"}, new String[] {"d", ""});
    assertThat(table.header("page")).isEqualTo("https://x");
    assertThat(table.header("as-of")).isEqualTo("2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n", "a\tb\tc\n", "a\tb\na", "a\nb\tc\n"})
  void refusesRowsWithTheWrongNumberOfColumns(String text) {
    assertThatThrownBy(() -> Tsv.parse("t.tsv", text, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("t.tsv: a row must have 2 columns: ");
  }

  @Test
  void refusesWhatIsMissing() {
    Tsv table = Tsv.parse("t.tsv", "# page\n#pages\tx\n", 1);
    assertThatThrownBy(() -> table.header("page"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("t.tsv: no header page");
    assertThatThrownBy(() -> Tsv.load("none.tsv", 1)).hasMessageContaining("none.tsv");
  }

  @Test
  void splitsLists() {
    assertThat(Tsv.list("")).isEmpty();
    assertThat(Tsv.list("a")).containsExactly("a");
    assertThat(Tsv.list("a,b,c")).containsExactly("a", "b", "c");
  }
}
