package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON (RFC 8259) from text into a tree of {@link Node}s with the place of every name and
 * value. Strict: no comments, no trailing commas, nothing after the value. Duplicate members are
 * kept.
 */
public final class JsonReader {
  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = 100;

  /** How many values a document may have, so that memory stays bounded. */
  public static final int MAX_VALUES = 2_000_000;

  /** What is wrong where a document ends and the file does not. */
  public static final String MORE_TEXT = "there is more text after the JSON value";

  private JsonReader() {}

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
    return read(file, Pointer.ROOT, 0);
  }

  /**
   * Reads text that stands inside a document.
   *
   * @param pointer where its value stands there
   * @param depth how many objects and arrays are around it
   */
  static Document read(SourceFile file, Pointer pointer, int depth) {
    Node plain = PlainJson.read(file, pointer);
    return plain == null
        ? JacksonReader.read(file, pointer, depth)
        : new Document(file, plain, List.of());
  }
}
