package dev.kmslint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Validates JSON against schemas of the class path, formats too. */
final class Schemas {
  private final Schema schema;

  private Schemas(Schema schema) {
    this.schema = schema;
  }

  static Schemas load(String resource, SpecificationVersion version) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new Schemas(SchemaRegistry.withDefaultDialect(version).getSchema(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Error> errors(String json) {
    return schema.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
