package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts that text is made of. */
class TextPartsTest {
  @Test
  void invisibleCharactersAreWrittenOut() {
    assertThat(Printable.of("a\u00E9\u6F22 \uD83D\uDE00")).isEqualTo("a\u00E9\u6F22 \uD83D\uDE00");
    assertThat(Printable.of("\u001B[31m\n\t\r\u0000\u007F\u009B"))
        .isEqualTo("\\u{1b}[31m\\u{a}\\u{9}\\u{d}\\u{0}\\u{7f}\\u{9b}");
    assertThat(Printable.of("\u202E\u2066\u200B\u200F\uFEFF\u00AD\u2028\u061C"))
        .isEqualTo("\\u{202e}\\u{2066}\\u{200b}\\u{200f}\\u{feff}\\u{ad}\\u{2028}\\u{61c}");
    assertThat(Printable.of("\uD800x\uDB40\uDC41\u3164"))
        .isEqualTo("\\u{d800}x\\u{e0041}\\u{3164}");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b.json,a/b.json",
    "a b#c?.json,a%20b%23c%3F.json",
    "50%.json,50%25.json",
    "C:/x[1].json,C%3A/x%5B1%5D.json",
    "caf\u00E9.json,caf%C3%A9.json",
    "../up_~-.json,../up_~-.json"
  })
  void pathsBecomeReferences(String path, String uri) {
    assertThat(RelativeUri.of(path)).isEqualTo(uri);
  }

  @Test
  void markdownBecomesPlainText() {
    assertThat(
            PlainText.of(
                "# Title\n\nSome `co*de`, **bold**, [a page](https://e.org/a).\n```json\n{\"a\": [1]}\n```\n"))
        .isEqualTo("Title\n\nSome co*de, bold, a page (https://e.org/a).\n{\"a\": [1]}\n");
  }

  @Test
  void linksLeadToTheReleasedPages() {
    String base = "https://github.com/kmslint/kmslint/blob/";
    String page = "/rules/kms/lockout/rule.md";
    String home = "https://github.com/kmslint/kmslint";
    assertThat(new Project("1.2.0", home).ruleUri("kms/lockout")).isEqualTo(base + "v1.2.0" + page);
    assertThat(new Project("1.2.0-SNAPSHOT", home).ruleUri("kms/lockout"))
        .isEqualTo(base + "main" + page);
    assertThat(Project.current().url()).isEqualTo(home);
    assertThat(Project.current().version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }

  @Test
  void caretsStandUnderTheRegion() {
    assertThat(snippet("a\tb\u6F22\"x\"c\nnext", 4, 7, 0))
        .isEqualTo("    1 | a    b\u6F22\"x\"c\n      |         ^^^\n");
    assertThat(snippet("", 0, 0, 0)).isEqualTo("    1 |\n      | ^\n");
    assertThat(snippet("ab\r\ncd", 1, 5, 0)).isEqualTo("    1 | ab\n      |  ^...\n");
    assertThat(snippet("ab\ncd", 5, 5, 0)).isEqualTo("    2 | cd\n      |   ^\n");
  }

  @Property
  void aSnippetNeverTakesMoreThanItsWidth(
      @ForAll @IntRange(min = 0, max = 400) int before,
      @ForAll @IntRange(min = 1, max = 400) int region,
      @ForAll @IntRange(min = 0, max = 400) int after,
      @ForAll @IntRange(min = 30, max = 200) int width) {
    String text = "\u6F22a".repeat(before) + "#" + "x".repeat(region - 1) + "\tb".repeat(after);
    String[] lines = snippet(text, before * 2, before * 2 + region, width).split("\n", -1);
    assertThat(columns(lines[0])).isLessThanOrEqualTo(width);
    assertThat(columns(lines[1])).isLessThanOrEqualTo(width);
    int caret = columns(lines[1].substring(0, lines[1].indexOf('^')));
    assertThat(columns(lines[0].substring(0, lines[0].indexOf('#')))).isEqualTo(caret);
  }

  private static int columns(String text) {
    return text.codePoints().map(Printable::columns).sum();
  }

  private static String snippet(String text, int start, int end, int width) {
    StringBuilder out = new StringBuilder();
    SourceLocation place =
        new SourceLocation(new SourceFile("a.json", text), start, end, Pointer.ROOT);
    Snippet.append(place, width, new Palette(false), out);
    return out.toString();
  }
}
