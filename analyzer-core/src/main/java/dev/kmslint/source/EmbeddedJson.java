package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that stands inside a JSON string, as in the output of {@code aws kms get-key-policy}.
 * Its places are those of the file around it, and its pointers go on from the string's.
 */
public final class EmbeddedJson {
  private final SourceFile outer;
  private final Pointer base;
  private final int[] offsets;

  private EmbeddedJson(SourceFile outer, Pointer base, int[] offsets) {
    this.outer = outer;
    this.base = base;
    this.offsets = offsets;
  }

  /**
   * Reads what a string holds; never fails: what is wrong is in the document's faults. Null when
   * the string is not written as JSON writes strings, so that places inside it cannot be told.
   */
  public static @Nullable Document read(Node.StringNode string) {
    SourceLocation location = string.location();
    int[] offsets = offsets(location, string.value());
    if (offsets == null) {
      return null;
    }
    Document inner = JsonReader.read(new SourceFile(location.file().path(), string.value()));
    EmbeddedJson map = new EmbeddedJson(location.file(), location.pointer(), offsets);
    List<SyntaxFault> faults = new ArrayList<>();
    for (SyntaxFault fault : inner.faults()) {
      faults.add(
          new SyntaxFault(fault.kind(), map.place(fault.location(), map.base), fault.message()));
    }
    Node root = inner.root() == null ? null : map.node(inner.root(), map.base);
    return new Document(location.file(), root, List.copyOf(faults));
  }

  /**
   * Where each character of a string's value stands in the file, and where its end does; null when
   * what is written there is not this value.
   */
  private static int @Nullable [] offsets(SourceLocation location, String value) {
    String text = location.file().text();
    int last = location.end() - 1;
    if (location.start() >= last || text.charAt(location.start()) != '"') {
      return null;
    }
    int[] offsets = new int[value.length() + 1];
    int at = location.start() + 1;
    for (int i = 0; i < value.length(); i++) {
      offsets[i] = at;
      int length = 1;
      int written = at < last ? text.charAt(at) : -1;
      if (written == '\\' && at + 1 < last) {
        length = text.charAt(at + 1) == 'u' ? 6 : 2;
        written = at + length <= last ? unescaped(text, at + 1) : -1;
      }
      if (written != value.charAt(i)) {
        return null;
      }
      at += length;
    }
    offsets[value.length()] = at;
    return at == last ? offsets : null;
  }

  private static int unescaped(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> hex(text, at + 1);
      default -> c;
    };
  }

  private static int hex(String text, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  private SourceLocation place(SourceLocation inner, Pointer pointer) {
    return new SourceLocation(outer, offsets[inner.start()], offsets[inner.end()], pointer);
  }

  private Node node(Node inner, Pointer pointer) {
    SourceLocation place = place(inner.location(), pointer);
    if (inner instanceof Node.ObjectNode object) {
      List<Node.Member> members = new ArrayList<>(object.members().size());
      for (Node.Member member : object.members()) {
        Pointer below = pointer.then(member.name());
        members.add(
            new Node.Member(
                member.name(), place(member.nameLocation(), below), node(member.value(), below)));
      }
      return new Node.ObjectNode(place, List.copyOf(members));
    }
    if (inner instanceof Node.ArrayNode array) {
      List<Node> elements = new ArrayList<>(array.elements().size());
      for (Node element : array.elements()) {
        elements.add(node(element, pointer.then(elements.size())));
      }
      return new Node.ArrayNode(place, List.copyOf(elements));
    }
    if (inner instanceof Node.StringNode string) {
      return new Node.StringNode(place, string.value());
    }
    if (inner instanceof Node.NumberNode number) {
      return new Node.NumberNode(place, number.text());
    }
    return inner instanceof Node.BooleanNode bool
        ? new Node.BooleanNode(place, bool.value())
        : new Node.NullNode(place);
  }
}
