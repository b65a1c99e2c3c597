package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one YAML 1.2 document (core schema) from text into a tree of {@link Node}s with the place
 * of every name and value. Duplicate members are kept. A number is read as it is written. An alias
 * stands for the value at its anchor, with that value's place. The short forms of CloudFormation's
 * functions, as {@code !Ref}, are read as their long ones. Text without a value is null. Bounds are
 * those of {@link JsonReader}; what aliases repeat counts each time.
 */
public final class YamlReader {
  /** How long a line may be: the work that snakeyaml-engine has with one grows with its square. */
  static final int MAX_LINE = 1_000_000;

  /** What is wrong where a document ends and another one starts. */
  public static final String SECOND_DOCUMENT = "a second YAML document starts here";

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
    Node plain = longLine(file.text()) < 0 ? PlainYaml.read(file) : null;
    return plain == null ? YamlEngineReader.read(file) : new Document(file, plain, List.of());
  }

  /** Where the first line that is too long starts; -1 when there is none. */
  static int longLine(String text) {
    int start = 0;
    while (start + MAX_LINE < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0 || end - start > MAX_LINE) {
        return start;
      }
      start = end + 1;
    }
    return -1;
  }
}
