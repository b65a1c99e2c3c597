package dev.kmslint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "a, ",
    "b, B",
    "bb, B",
    "bc, bc",
    "bd, bc",
    "f/, bc",
    "f/*, F/*",
    "'f/ ', F/*",
    "'f/!', F/*",
    "f/x/y, F/*",
    "fa, F/*",
    "g3, G#31",
    "h, h",
    "zz, h",
  })
  void findsTheRowBeforeAName(String name, @Nullable String row) {
    String text = "# words\n#page\tx\nB\t1\n\nbc\t2\nF/*\t3\nG#31\t4\nh\t5";
    String[] found = Tsv.of("t.tsv", text).floor(name, 2);
    assertThat(found == null ? null : found[0]).isEqualTo(row);
    assertThat(Tsv.of("t.tsv", text).names()).containsExactly("B", "bc", "F/*", "G#31", "h");
  }

  @Test
  void findsNothingWhereThereIsNoRow() {
    assertThat(Tsv.of("t.tsv", "").floor("a", 1)).isNull();
    assertThat(Tsv.of("t.tsv", "# words\n#page\tx\n").floor("a", 1)).isNull();
    assertThat(Tsv.of("t.tsv", "#page\tx").names()).isEmpty();
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
    assertThatThrownBy(() -> Tsv.load("none")).hasMessageContaining("none.tsv");
  }

  @Test
  void splitsLists() {
    assertThat(Tsv.list("")).isEmpty();
    assertThat(Tsv.list("a")).containsExactly("a");
    assertThat(Tsv.list("a,b,c")).containsExactly("a", "b", "c");
  }
}
