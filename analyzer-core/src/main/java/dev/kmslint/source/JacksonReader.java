package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads any JSON with Jackson, for {@link JsonReader}. */
final class JacksonReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonReader.MAX_DEPTH + 2)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final SourceFile file;
  private final String text;
  private int values;

  private JacksonReader(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** Reads text; never fails: what is wrong is in the document's faults. */
  static Document read(SourceFile file, Pointer pointer, int depth) {
    JacksonReader reader = new JacksonReader(file);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), reader.text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new Misread(0, "the file is empty");
      }
      Node root = reader.value(parser, first, pointer, depth);
      if (parser.nextToken() != null) {
        throw new Misread(offset(parser), JsonReader.MORE_TEXT);
      }
      return new Document(file, root, List.of());
    } catch (JacksonException e) {
      int at = e.getLocation() == null ? 0 : (int) e.getLocation().getCharOffset();
      Misread misread = JsonMisreading.explain(reader.text, at);
      return reader.faulty(misread.offset, misread.message);
    } catch (Misread e) {
      return reader.faulty(e.offset, e.message);
    }
  }

  private Document faulty(int offset, String message) {
    int start = Math.max(0, Math.min(offset, text.length()));
    if (start == text.length() && start > 0) {
      start--;
    }
    SourceLocation at =
        new SourceLocation(file, start, Math.min(start + 1, text.length()), Pointer.ROOT);
    return new Document(file, null, List.of(new SyntaxFault(SyntaxFault.Kind.SYNTAX, at, message)));
  }

  private Node value(JsonParser parser, JsonToken token, Pointer pointer, int depth)
      throws Misread {
    int start = offset(parser);
    if (++values > JsonReader.MAX_VALUES) {
      throw new Misread(start, "the file has more than " + JsonReader.MAX_VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, start, pointer, depth + 1);
      case START_ARRAY -> array(parser, start, pointer, depth + 1);
      case VALUE_STRING -> string(parser.getString(), start, pointer);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), start, pointer);
      case VALUE_TRUE -> new Node.BooleanNode(at(start, start + 4, pointer), true);
      case VALUE_FALSE -> new Node.BooleanNode(at(start, start + 5, pointer), false);
      case VALUE_NULL -> new Node.NullNode(at(start, start + 4, pointer));
      default -> throw new Misread(start, "a value is missing");
    };
  }

  private Node string(String value, int start, Pointer pointer) {
    return new Node.StringNode(at(start, stringEnd(start), pointer), value);
  }

  private Node number(String text, int start, Pointer pointer) {
    return new Node.NumberNode(at(start, start + text.length(), pointer), text);
  }

  private Node object(JsonParser parser, int start, Pointer pointer, int depth) throws Misread {
    checkDepth(start, depth);
    List<Node.Member> members = new ArrayList<>();
    while (next(parser) != JsonToken.END_OBJECT) {
      int nameStart = offset(parser);
      String name = parser.currentName();
      Pointer below = pointer.then(name);
      SourceLocation nameAt = at(nameStart, stringEnd(nameStart), below);
      Node value = value(parser, next(parser), below, depth);
      members.add(new Node.Member(name, nameAt, value));
    }
    return new Node.ObjectNode(at(start, offset(parser) + 1, pointer), List.copyOf(members));
  }

  private Node array(JsonParser parser, int start, Pointer pointer, int depth) throws Misread {
    checkDepth(start, depth);
    List<Node> elements = new ArrayList<>();
    JsonToken token = next(parser);
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(parser, token, pointer.then(elements.size()), depth));
      token = next(parser);
    }
    return new Node.ArrayNode(at(start, offset(parser) + 1, pointer), List.copyOf(elements));
  }

  private static void checkDepth(int start, int depth) throws Misread {
    if (depth > JsonReader.MAX_DEPTH) {
      throw new Misread(
          start,
          "objects and arrays are nested more than " + JsonReader.MAX_DEPTH + " levels deep");
    }
  }

  private JsonToken next(JsonParser parser) throws Misread {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new Misread(text.length(), "the text ends before the JSON value is complete");
    }
    return token;
  }

  private static int offset(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /** The offset after the closing quote of the string that starts at an offset. */
  private int stringEnd(int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private SourceLocation at(int start, int end, Pointer pointer) {
    return new SourceLocation(file, start, end, pointer);
  }

  /** The text is no JSON from an offset on. */
  static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    final int offset;
    final String message;

    Misread(int offset, @Nullable String message) {
      super(message, null, false, false);
      this.offset = offset;
      this.message = message == null ? "" : message;
    }
  }
}
