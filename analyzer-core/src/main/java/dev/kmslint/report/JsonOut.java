package dev.kmslint.report;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.Indenter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON as all of kmslint's JSON is written: two spaces for each level, LF, and ASCII only,
 * so that it is the same bytes under every encoding and holds nothing that a terminal would obey.
 */
public final class JsonOut {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private JsonOut() {}

  /** What is to be written. */
  public interface Content {
    /** Writes one JSON value. */
    void writeTo(JsonGenerator json);
  }

  /**
   * Writes one value and a line end. Does not close the writer.
   *
   * @throws IOException when the writer does
   */
  public static void write(Writer out, Content content) throws IOException {
    write(out, content, new DefaultIndenter("  ", "\n"));
  }

  /**
   * Writes one value, with a line for each element of an array, and a line end. Does not close the
   * writer.
   *
   * @throws IOException when the writer does
   */
  static void writeLines(Writer out, Content content) throws IOException {
    write(out, content, new DefaultPrettyPrinter.NopIndenter());
  }

  private static void write(Writer out, Content content, Indenter objects) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(new Layout(objects), out)) {
      content.writeTo(json);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new IllegalStateException("the JSON is not well-formed", e);
    }
    out.write('\n');
    out.flush();
  }

  private static final class Layout extends ObjectWriteContext.Base {
    private final Indenter objects;

    Layout(Indenter objects) {
      this.objects = objects;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      if (objects.isInline()) {
        separators = separators.withObjectEntrySpacing(Separators.Spacing.AFTER);
      }
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
      printer.indentObjectsWith(objects);
      printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
