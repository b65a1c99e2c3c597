package dev.kmslint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsvTest {

  @Test
  void readsRowsAndHeaders() {
    Tsv table = Tsv.of("t.tsv", "#page\thttps://x\n# words\n#as-of\t2026\na\tb\n\n\tc\nd\t");
    assertThat(table.rows(2))
        .containsExactly(new String[] {"a", "b"}, new String[] {"", "c"}, new String[] {"d", ""});
    assertThat(table.header("page")).isEqualTo("https://x");
    assertThat(table.header("as-of")).isEqualTo("2026");
  }

  @Test
  void readsSections() {
    Tsv table = Tsv.of("t.tsv", "## a\n#page\tx\n1\n\n## ab\n#page\ty\n2\n3\n");
    assertThat(table.section("a").rows(1)).containsExactly(new String[] {"1"});
    assertThat(table.section("a").header("page")).isEqualTo("x");
    assertThat(table.section("ab").rows(1)).containsExactly(new String[] {"2"}, new String[] {"3"});
    assertThat(table.section("ab").header("page")).isEqualTo("y");
    assertThatThrownBy(() -> table.section("b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("t.tsv: no section b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n", "a\tb\tc\n", "a\tb\na", "a\nb\tc\n"})
  void refusesRowsWithTheWrongNumberOfColumns(String text) {
    Tsv table = Tsv.of("t.tsv", text);
    assertThatThrownBy(() -> table.rows(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("t.tsv: a row must have 2 columns: ");
  }

  @Test
  void refusesWhatIsMissing() {
    Tsv table = Tsv.of("t.tsv", "# page\n#pages\tx\n");
    assertThatThrownBy(() -> table.header("page"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("t.tsv: no header page");
    assertThatThrownBy(() -> Tsv.load("none.tsv")).hasMessageContaining("none.tsv");
  }

  @Test
  void splitsLists() {
    assertThat(Tsv.list("")).isEmpty();
    assertThat(Tsv.list("a")).containsExactly("a");
    assertThat(Tsv.list("a,b,c")).containsExactly("a", "b", "c");
  }
}
