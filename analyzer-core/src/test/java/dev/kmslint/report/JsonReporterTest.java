package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.networknt.schema.SpecificationVersion;
import dev.kmslint.lint.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReporterTest {
  private static final Schemas SCHEMA =
      Schemas.load("/dev/kmslint/schema/report-v1.schema.json", SpecificationVersion.DRAFT_2020_12);

  static List<Report> reports() {
    return List.of(Reports.none(), Reports.one(), Reports.many());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void reportsAreAsTheSchemaSays(Report report) throws IOException {
    assertThat(SCHEMA.errors(write(report))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"schemaVersion\": 1|\"schemaVersion\": 2",
        "\"severity\": \"error\"|\"severity\": \"fatal\"",
        "\"startLine\": 1|\"startLine\": 0",
        "\"pointer\": \"/|\"pointer\": \"",
        "\"file\": \"minified.json\"|\"file\": \"\"",
        "\"rule\": \"kms/|\"rule\": \"kms",
        "\"helpUri\": \"https://|\"helpUri\": \"[",
        "\"verdict\": \"broken\"|\"verdict\": \"maybe\"",
        "\"keySide\": \"always\"|\"keySide\": \"yes\"",
        "\"by\": \"config\"|\"by\": \"me\"",
        "\"fingerprint\": \"|\"fingerprint\": \"x",
        "\"missing\": []|\"missing\": [\"\"]",
        "\"assumptions\"|\"assumption\"",
        "\"warnings\": 1|\"warnings\": -1"
      })
  void theSchemaRefusesWhatIsNotOfItsVersion(String good, String bad) throws IOException {
    String json = write(Reports.many());
    assertThat(json).contains(good);
    int at = json.indexOf(good);
    assertThat(SCHEMA.errors(json.substring(0, at) + bad + json.substring(at + good.length())))
        .isNotEmpty();
  }

  @Test
  void aWritersFailureIsPassedOn() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int count) throws IOException {
            throw new IOException("the disk is full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    for (Format format : Format.values()) {
      Reporter reporter = format.reporter(Reports.OPTIONS);
      assertThatIOException()
          .as(format.word())
          .isThrownBy(() -> reporter.write(Reports.many(), full))
          .withMessage("the disk is full");
    }
  }

  private static String write(Report report) throws IOException {
    return GoldenReportsTest.write(Format.JSON, report, Reports.OPTIONS);
  }
}
