package dev.kmslint.report;

import dev.kmslint.lint.Baseline;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Writes baselines: JSON with one line for each entry, so that a change of one can be reviewed. */
public final class BaselineWriter {
  private static final int VERSION = 1;

  private BaselineWriter() {}

  /**
   * Writes a baseline. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public static void write(Baseline baseline, Writer out) throws IOException {
    JsonOut.writeLines(out, json -> write(baseline, json));
  }

  private static void write(Baseline baseline, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeName("findings").writeStartArray();
    for (Baseline.Entry entry : baseline.entries()) {
      json.writeStartObject();
      json.writeStringProperty("rule", entry.rule());
      json.writeStringProperty("file", entry.file());
      json.writeStringProperty("fingerprint", entry.fingerprint());
      json.writeNumberProperty("count", entry.count());
      json.writeStringProperty("message", Printable.of(entry.message()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
