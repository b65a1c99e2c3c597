package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one YAML 1.2 document (core schema) from text into a tree of {@link Node}s with the place
 * of every name and value. Duplicate members are kept. A number is read as it is written. An alias
 * stands for the value at its anchor, with that value's place. Text without a value is null. Bounds
 * are those of {@link JsonReader}; what aliases repeat counts each time.
 */
public final class YamlReader {
  private YamlReader() {}

  /** Reads bytes; never fails: what is wrong is in the document's faults. */
  public static Document read(String path, byte[] bytes) {
    TextDecoder.Decoded decoded = TextDecoder.decode(path, bytes);
    List<SyntaxFault> faults = new ArrayList<>(decoded.faults());
    Document document = read(decoded.file());
    if (!decoded.misread()) {
      faults.addAll(document.faults());
    }
    return new Document(decoded.file(), document.root(), List.copyOf(faults));
  }

  /** Reads text; never fails: what is wrong is in the document's faults. */
  public static Document read(SourceFile file) {
    Node plain = PlainYaml.read(file);
    return plain == null ? YamlEngineReader.read(file) : new Document(file, plain, List.of());
  }
}
