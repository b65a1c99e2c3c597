package dev.kmslint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kmslint.source.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The inputs that lie beside the repository are all read. */
class FactsInputsTest {
  @Test
  void everyInputIsKnown() throws IOException {
    Path folder = SharedCases.folder().resolve("../facts/inputs").normalize();
    assumeTrue(Files.isDirectory(folder), "the facts are not there");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Intake intake =
            Intake.of(JsonReader.read(file.toString(), Files.readAllBytes(file)), Given.NOTHING);
        assertThat(intake.faults()).as(file.toString()).isEmpty();
        assertThat(intake.contents()).as(file.toString()).isNotEmpty();
      }
    }
  }
}
