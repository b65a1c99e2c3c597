package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.kmslint.config.BaselineReader;
import dev.kmslint.lint.Baseline;
import dev.kmslint.source.JsonReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is as the schema says, and what the schema refuses is refused when read. */
class BaselineWriterTest {
  private static final Schemas SCHEMA =
      Schemas.load(
          "/dev/kmslint/schema/baseline-v1.schema.json", SpecificationVersion.DRAFT_2020_12);

  private static final Baseline BASELINE =
      Baseline.of(
          List.of(
              new Baseline.Entry("kms/b", "b.json", "2", 1, "`\u001B[2J\u202E` is \"bad\"\n"),
              new Baseline.Entry("kms/a", "a/caf\u00e9\u202E.json", "3", 2, "a"),
              new Baseline.Entry("kms/a", "b.json", "1", 1, "b"),
              new Baseline.Entry("kms/b", "b.json", "2", 3, "the one that accepts more")));

  private static String written() throws IOException {
    StringWriter out = new StringWriter();
    BaselineWriter.write(BASELINE, out);
    return out.toString();
  }

  private static BaselineReader.Result read(String text) {
    return BaselineReader.read(JsonReader.read("b.json", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void entriesAreSortedAndEachHasItsLine() throws IOException {
    assertThat(written())
        .isEqualTo(
            """
            {"version": 1, "findings": [
              {"rule": "kms/a", "file": "a/caf\\u00E9\\u202E.json", "fingerprint": "3", "count": 2, "message": "a"},
              {"rule": "kms/a", "file": "b.json", "fingerprint": "1", "count": 1, "message": "b"},
              {"rule": "kms/b", "file": "b.json", "fingerprint": "2", "count": 3, "message": "the one that accepts more"}
            ]}
            """);
    assertThat(SCHEMA.errors(written())).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAsItWas() throws IOException {
    BaselineReader.Result result = read(written());
    assertThat(result.faults()).isEmpty();
    assertThat(result.baseline()).isEqualTo(BASELINE);
  }

  @Test
  void messagesAreFitForATerminal() throws IOException {
    StringWriter out = new StringWriter();
    BaselineWriter.write(
        new Baseline(List.of(new Baseline.Entry("a", "b", "c", 1, "\u001B"))), out);
    assertThat(out.toString()).contains("\"\\\\u{1b}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"version\": 1|\"version\": 2",
        "\"version\": 1|\"version\": \"1\"",
        "\"version\": 1, |",
        "\"findings\": [|\"more\": [], \"findings\": [",
        "{\"rule\": \"kms/a\"|{\"rule\": \"\"",
        "{\"rule\": \"kms/a\", |{",
        "\"count\": 2|\"count\": 0",
        "\"count\": 2|\"count\": -1",
        "\"count\": 2|\"count\": 1.5",
        "\"count\": 2|\"count\": 1000000000",
        "\"count\": 2|\"count\": 2, \"line\": 3",
        "\"fingerprint\": \"3\"|\"fingerprint\": 3",
        "\"message\": \"a\"|\"message\": null"
      })
  void schemaAndReaderRefuseTheSame(String good, String bad) throws IOException {
    String text = written();
    int at = text.indexOf(good);
    assertThat(at).isPositive();
    String broken =
        text.substring(0, at) + (bad == null ? "" : bad) + text.substring(at + good.length());
    assertThat(SCHEMA.errors(broken)).isNotEmpty();
    assertThat(read(broken).faults()).isNotEmpty();
  }
}
