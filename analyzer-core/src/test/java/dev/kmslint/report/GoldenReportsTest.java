package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kmslint.Goldens;
import dev.kmslint.lint.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format writes the same reports, and exactly what its golden file says. */
class GoldenReportsTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static List<Arguments> reports() {
    List<Arguments> reports = new java.util.ArrayList<>();
    for (Format format : Format.values()) {
      reports.add(Arguments.of("none", format, Reports.none(), Reports.OPTIONS));
      reports.add(Arguments.of("one", format, Reports.one(), Reports.OPTIONS));
      reports.add(Arguments.of("many", format, Reports.many(), Reports.OPTIONS));
      reports.add(
          Arguments.of(
              "many-suppressed-too",
              format,
              Reports.many(),
              Reports.OPTIONS.withShowSuppressed(true)));
    }
    ReportOptions options = Reports.OPTIONS;
    Report many = Reports.many();
    reports.add(Arguments.of("many-quiet", Format.TEXT, many, options.withQuiet(true)));
    reports.add(Arguments.of("many-verbose", Format.TEXT, many, options.withVerbose(true)));
    reports.add(Arguments.of("many-narrow", Format.TEXT, many, options.withWidth(40)));
    reports.add(Arguments.of("many-color", Format.TEXT, many, options.withColor(true)));
    return reports;
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("reports")
  void theReportIsAsItsGoldenFileSays(
      String name, Format format, Report report, ReportOptions options) throws IOException {
    String extension =
        switch (format) {
          case TEXT -> "txt";
          case COMPACT -> "compact.txt";
          default -> format.ending();
        };
    Goldens.check(FOLDER.resolve(name + "." + extension), write(format, report, options));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothingFromAPolicyReachesATerminalUnescaped(Format format) throws IOException {
    String text =
        write(format, Reports.many(), Reports.OPTIONS.withShowSuppressed(true).withVerbose(true));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      assertThat(
              c == '\n'
                  || (c >= ' '
                      && Character.getType(c) != Character.FORMAT
                      && !(c >= 0x7F && c < 0xA0)))
          .as("U+%04x at %d", (int) c, i)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void thePlatformsLocaleChangesNothing(Format format) throws IOException {
    String expected = write(format, Reports.many(), Reports.OPTIONS);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(write(format, Reports.many(), Reports.OPTIONS)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  static String write(Format format, Report report, ReportOptions options) throws IOException {
    StringWriter out = new StringWriter();
    format.reporter(options).write(report, out);
    return out.toString();
  }
}
