package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain JSON: strings of ASCII without escapes, whole numbers, moderate depth. It never
 * complains: a text that is wrong, or merely unusual, it leaves to {@link JacksonReader}, which
 * reads a plain one to the same tree. Loading Jackson costs a start more than reading all its
 * files.
 */
final class PlainJson {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_VALUES = 10_000;

  private final SourceFile file;
  private final String text;
  private final char[] chars;
  private int at;
  private int values;

  private PlainJson(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.chars = text.toCharArray();
  }

  /** The value of a text; null when it is none for this way. */
  static @Nullable Node read(SourceFile file, Pointer pointer) {
    PlainJson reader = new PlainJson(file);
    reader.skipSpace();
    Node root = reader.value(pointer, 0);
    reader.skipSpace();
    return reader.at == reader.chars.length ? root : null;
  }

  private void skipSpace() {
    while (at < chars.length
        && (chars[at] == ' ' || chars[at] == '\n' || chars[at] == '\r' || chars[at] == '\t')) {
      at++;
    }
  }

  /** The character here, the last one of the text where it ended: no value ends with it then. */
  private char here() {
    return at < chars.length ? chars[at] : '\0';
  }

  private @Nullable Node value(Pointer pointer, int depth) {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      return null;
    }
    int start = at;
    switch (here()) {
      case '{':
        return object(pointer, depth + 1);
      case '[':
        return array(pointer, depth + 1);
      case '"':
        String string = string();
        return string == null ? null : new Node.StringNode(since(start, pointer), string);
      case 't':
        return word("true") ? new Node.BooleanNode(since(start, pointer), true) : null;
      case 'f':
        return word("false") ? new Node.BooleanNode(since(start, pointer), false) : null;
      case 'n':
        return word("null") ? new Node.NullNode(since(start, pointer)) : null;
      default:
        return number(pointer);
    }
  }

  private SourceLocation since(int start, Pointer pointer) {
    return new SourceLocation(file, start, at, pointer);
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /** The text of the string here, after which the next character is; null when it is not plain. */
  private @Nullable String string() {
    int start = at + 1;
    int end = start;
    while (end < chars.length && chars[end] != '"') {
      if (chars[end] < ' ' || chars[end] > '~' || chars[end] == '\\') {
        return null;
      }
      end++;
    }
    at = end + 1;
    return end < chars.length ? text.substring(start, end) : null;
  }

  private @Nullable Node number(Pointer pointer) {
    int start = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    boolean plain = at > start && at - start < 16 && (chars[start] != '0' || at == start + 1);
    boolean ends = at < chars.length && ",]} \n\r\t".indexOf(chars[at]) >= 0;
    return plain && ends
        ? new Node.NumberNode(since(start, pointer), text.substring(start, at))
        : null;
  }

  private @Nullable Node object(Pointer pointer, int depth) {
    int start = at++;
    List<Node.Member> members = new ArrayList<>();
    skipSpace();
    while (here() != '}') {
      if (!members.isEmpty() && !comma()) {
        return null;
      }
      int nameStart = at;
      String name = here() == '"' ? string() : null;
      if (name == null) {
        return null;
      }
      Pointer below = pointer.then(name);
      SourceLocation nameAt = since(nameStart, below);
      skipSpace();
      if (here() != ':') {
        return null;
      }
      at++;
      skipSpace();
      Node value = value(below, depth);
      if (value == null) {
        return null;
      }
      members.add(new Node.Member(name, nameAt, value));
      skipSpace();
    }
    at++;
    return new Node.ObjectNode(since(start, pointer), List.copyOf(members));
  }

  private @Nullable Node array(Pointer pointer, int depth) {
    int start = at++;
    List<Node> elements = new ArrayList<>();
    skipSpace();
    while (here() != ']') {
      if (!elements.isEmpty() && !comma()) {
        return null;
      }
      Node value = value(pointer.then(elements.size()), depth);
      if (value == null) {
        return null;
      }
      elements.add(value);
      skipSpace();
    }
    at++;
    return new Node.ArrayNode(since(start, pointer), List.copyOf(elements));
  }

  /** Steps over a comma and what surrounds it. */
  private boolean comma() {
    if (here() != ',') {
      return false;
    }
    at++;
    skipSpace();
    return true;
  }
}
