package dev.kmslint.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that stands inside a string: as in the output of {@code aws kms get-key-policy}, in a
 * block of YAML text, percent-encoded as IAM's query API prints policies, or in a string inside a
 * string. Its places are those of the file around it, and its pointers go on from the string's.
 */
public final class EmbeddedJson {
  private static final int MOST_STRINGS_IN_STRINGS = 4;

  private final SourceLocation outer;
  private final int @Nullable [] offsets;

  /**
   * @param offsets where each character of the JSON stands in the file, and where its end does;
   *     null when that cannot be told, so that everything stands where the string does
   */
  private EmbeddedJson(SourceLocation outer, int @Nullable [] offsets) {
    this.outer = outer;
    this.offsets = offsets;
  }

  /** Reads what a string holds; never fails: what is wrong is in the document's faults. */
  public static Document read(Node.StringNode string) {
    return read(string, 1);
  }

  private static Document read(Node.StringNode string, int depth) {
    SourceLocation location = string.location();
    String text = string.value();
    int[] offsets = places(location, text);
    if (PercentText.isEncoded(text)) {
      PercentText decoded = PercentText.decode(text);
      if (decoded != null) {
        text = decoded.text();
        offsets = offsets == null ? null : decoded.within(offsets);
      }
    }
    Document inner = JsonReader.read(new SourceFile(location.file().path(), text));
    if (inner.root() instanceof Node.StringNode deeper && depth < MOST_STRINGS_IN_STRINGS) {
      inner = read(deeper, depth + 1);
    }
    EmbeddedJson map = new EmbeddedJson(location, offsets);
    List<SyntaxFault> faults = new ArrayList<>();
    for (SyntaxFault fault : inner.faults()) {
      SourceLocation place = map.place(fault.location(), location.pointer());
      faults.add(new SyntaxFault(fault.kind(), place, fault.message()));
    }
    Node root = inner.root() == null ? null : map.node(inner.root(), location.pointer());
    return new Document(location.file(), root, List.copyOf(faults));
  }

  private static int @Nullable [] places(SourceLocation location, String value) {
    int[] json = JsonText.offsets(location, value);
    return json == null ? YamlText.offsets(location, value) : json;
  }

  private SourceLocation place(SourceLocation inner, Pointer pointer) {
    return offsets == null
        ? new SourceLocation(outer.file(), outer.start(), outer.end(), pointer)
        : new SourceLocation(outer.file(), offsets[inner.start()], offsets[inner.end()], pointer);
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
