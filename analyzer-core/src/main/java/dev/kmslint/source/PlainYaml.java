package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain YAML of ASCII, such as most configurations are: block mappings and sequences, values
 * of one line, lists of such values in brackets, comments. It never complains: a text that is
 * wrong, or merely unusual, it leaves to {@link YamlEngineReader}, which reads a plain one to the
 * same tree. Loading the YAML library costs a start more than everything else that kmslint does in
 * it.
 */
final class PlainYaml {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 10_000;
  private static final int MAX_NAME = 100;

  private final SourceFile file;
  private final String text;
  private final char[] chars;
  private int at;
  private int values;

  /** Where the last value ended. */
  private int lastEnd;

  private PlainYaml(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.chars = text.toCharArray();
  }

  /** The value of a text; null when it is none for this way. */
  static @Nullable Node read(SourceFile file) {
    PlainYaml reader = new PlainYaml(file);
    for (char c : reader.chars) {
      if (c > '~' || (c < ' ' && c != '\n')) {
        return null;
      }
    }
    int indent = reader.nextContent();
    Node root = reader.block(indent, Pointer.ROOT, 0);
    return root != null && reader.nextContent() < 0 ? root : null;
  }

  /**
   * Goes on to the next line with more than a comment, unless it is in one already before its first
   * character; the column of that, or -1 at the end.
   */
  private int nextContent() {
    while (at < chars.length) {
      int start = lineStart();
      while (here() == ' ') {
        at++;
      }
      if (at < chars.length && chars[at] != '\n' && chars[at] != '#') {
        return at - start;
      }
      nextLine();
    }
    return -1;
  }

  private int lineStart() {
    int start = at;
    while (start > 0 && chars[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private void nextLine() {
    while (at < chars.length && chars[at] != '\n') {
      at++;
    }
    at++;
  }

  private char here() {
    return at < chars.length ? chars[at] : '\n';
  }

  private char after(int steps) {
    return at + steps < chars.length ? chars[at + steps] : '\n';
  }

  /** The mapping or sequence whose first line starts here, at a column. */
  private @Nullable Node block(int indent, Pointer pointer, int depth) {
    if (depth > MAX_DEPTH || indent < 0) {
      return null;
    }
    return here() == '-'
        ? sequence(indent, pointer, depth + 1)
        : mapping(indent, pointer, depth + 1);
  }

  private @Nullable Node mapping(int indent, Pointer pointer, int depth) {
    int start = at;
    values++;
    List<Node.Member> members = new ArrayList<>();
    int column = indent;
    while (column == indent && here() != '-') {
      int nameStart = at;
      String name = name();
      if (name == null) {
        return null;
      }
      Pointer below = pointer.then(name);
      SourceLocation nameAt = new SourceLocation(file, nameStart, at, below);
      at++;
      Node value = valueOfMember(indent, below, depth);
      if (value == null) {
        return null;
      }
      members.add(new Node.Member(name, nameAt, value));
      column = nextContent();
    }
    // A line that is none of this and of nothing around it remains, and is found at the end.
    return new Node.ObjectNode(
        new SourceLocation(file, start, lastEnd, pointer), List.copyOf(members));
  }

  /** A name without quotes and its colon, before which this stops; null when it is not plain. */
  private @Nullable String name() {
    int start = at;
    while (isWord(here()) || here() == '/') {
      at++;
    }
    boolean ends = here() == ':' && (after(1) == ' ' || after(1) == '\n');
    return ends && at > start && at - start <= MAX_NAME && isWord(chars[start])
        ? text.substring(start, at)
        : null;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private @Nullable Node valueOfMember(int indent, Pointer pointer, int depth) {
    skipSpaces();
    if (here() != '\n' && here() != '#') {
      return lineValue(pointer, depth);
    }
    nextLine();
    int column = nextContent();
    boolean list = column == indent && here() == '-' && after(1) == ' ';
    return column > indent || list ? block(column, pointer, depth) : null;
  }

  private @Nullable Node sequence(int indent, Pointer pointer, int depth) {
    int start = at;
    values++;
    List<Node> elements = new ArrayList<>();
    int column = indent;
    while (column == indent && here() == '-' && after(1) == ' ') {
      at++;
      skipSpaces();
      Pointer below = pointer.then(elements.size());
      int inner = at - lineStart();
      int here = at;
      boolean mapping = name() != null;
      at = here;
      Node element = mapping ? block(inner, below, depth) : lineValue(below, depth);
      if (element == null) {
        return null;
      }
      elements.add(element);
      column = nextContent();
    }
    return new Node.ArrayNode(
        new SourceLocation(file, start, lastEnd, pointer), List.copyOf(elements));
  }

  private void skipSpaces() {
    while (here() == ' ') {
      at++;
    }
  }

  /** A value that ends with its line. */
  private @Nullable Node lineValue(Pointer pointer, int depth) {
    Node value = here() == '[' ? list(pointer, depth) : scalar(pointer, false);
    int end = at;
    skipSpaces();
    boolean ends = here() == '\n' || (here() == '#' && at > end);
    if (value == null || !ends) {
      return null;
    }
    lastEnd = end;
    nextLine();
    return value;
  }

  private @Nullable Node list(Pointer pointer, int depth) {
    int start = at++;
    values++;
    List<Node> elements = new ArrayList<>();
    skipSpaces();
    while (here() != ']') {
      Node element = scalar(pointer.then(elements.size()), true);
      if (element == null) {
        return null;
      }
      elements.add(element);
      skipSpaces();
      if (here() == ',') {
        at++;
        skipSpaces();
      } else if (here() != ']') {
        return null;
      }
    }
    at++;
    return depth > MAX_DEPTH
        ? null
        : new Node.ArrayNode(new SourceLocation(file, start, at, pointer), List.copyOf(elements));
  }

  /** A value in quotes or without, after which the next character is; null when not plain. */
  private @Nullable Node scalar(Pointer pointer, boolean inList) {
    if (++values > MAX_VALUES) {
      return null;
    }
    int start = at;
    char quote = here();
    if (quote == '"' || quote == '\'') {
      do {
        at++;
      } while (here() != '\n' && here() != quote && here() != '\\');
      if (here() != quote || after(1) == quote) {
        return null;
      }
      at++;
      return new Node.StringNode(
          new SourceLocation(file, start, at, pointer), text.substring(start + 1, at - 1));
    }
    if (quote == '-' || !(isWord(quote) || quote == '.' || quote == '/')) {
      return null;
    }
    while (isInside(here(), inList)) {
      at++;
    }
    while (chars[at - 1] == ' ') {
      at--;
    }
    return YamlScalar.read(new SourceLocation(file, start, at, pointer), text.substring(start, at));
  }

  private boolean isInside(char c, boolean inList) {
    return switch (c) {
      case '\n' -> false;
      case ':' -> after(1) != ' ' && after(1) != '\n' && !inList;
      case '#' -> chars[at - 1] != ' ';
      case ',', '[', ']', '{', '}', '?' -> !inList;
      default -> true;
    };
  }
}
