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
  private final @Nullable Places places;

  /**
   * @param places where the characters of the JSON stand in the file; null when that cannot be
   *     told, so that everything stands where the string does
   */
  private EmbeddedJson(SourceLocation outer, @Nullable Places places) {
    this.outer = outer;
    this.places = places;
  }

  /** Reads what a string holds; never fails: what is wrong is in the document's faults. */
  public static Document read(Node.StringNode string) {
    return read(string, 1);
  }

  private static Document read(Node.StringNode string, int depth) {
    SourceLocation location = string.location();
    String text = string.value();
    Places places = places(string);
    if (PercentText.isEncoded(text)) {
      PercentText decoded = PercentText.decode(text);
      if (decoded != null) {
        text = decoded.text();
        places = places == null ? null : places.of(decoded.origins());
      }
    }
    Document inner = JsonReader.read(new SourceFile(location.file().path(), text));
    if (inner.root() instanceof Node.StringNode deeper && depth < MOST_STRINGS_IN_STRINGS) {
      inner = read(deeper, depth + 1);
    }
    EmbeddedJson map = new EmbeddedJson(location, places);
    List<SyntaxFault> faults = new ArrayList<>();
    for (SyntaxFault fault : inner.faults()) {
      SourceLocation place = map.place(fault.location(), location.pointer());
      faults.add(new SyntaxFault(fault.kind(), place, fault.message()));
    }
    Node root = inner.root() == null ? null : map.node(inner.root(), location.pointer());
    return new Document(location.file(), root, List.copyOf(faults));
  }

  private static @Nullable Places places(Node.StringNode string) {
    if (string.places() != null) {
      return string.places();
    }
    int[] json = JsonText.offsets(string.location(), string.value());
    int[] offsets = json == null ? YamlText.offsets(string.location(), string.value()) : json;
    return offsets == null ? null : new Places(offsets);
  }

  private SourceLocation place(SourceLocation inner, Pointer pointer) {
    return places == null
        ? new SourceLocation(outer.file(), outer.start(), outer.end(), pointer)
        : new SourceLocation(
            outer.file(), places.of(inner.start()), places.of(inner.end()), pointer);
  }

  /** Where the characters of a string stand that could hold a document in its turn. */
  private @Nullable Places inside(Node.StringNode inner) {
    String value = inner.value();
    boolean document = value.startsWith("{") || value.startsWith("\"") || value.startsWith("%");
    Places within = document && places != null ? places(inner) : null;
    if (within == null || places == null) {
      return null;
    }
    int[] offsets = new int[value.length() + 1];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = within.of(i);
    }
    return places.of(offsets);
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
      return new Node.StringNode(place, string.value(), inside(string));
    }
    if (inner instanceof Node.NumberNode number) {
      return new Node.NumberNode(place, number.text());
    }
    return inner instanceof Node.BooleanNode bool
        ? new Node.BooleanNode(place, bool.value())
        : new Node.NullNode(place);
  }
}
