package dev.kmslint.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text with several, mostly of JSON, which is read when it is wanted. */
public final class JsonPart {
  private final int document;
  private final SourceFile place;
  private final Pointer pointer;
  private final int depth;
  private final @Nullable String list;
  private final int index;
  private final @Nullable List<Piece> pieces;
  private final List<String> lists = new ArrayList<>();
  private boolean yaml;

  /**
   * A member whose name and value are read apart from what is around it.
   *
   * @param name as far as it can be that of a list
   */
  record Piece(String name, SourceFile nameAt, SourceFile value) {}

  private JsonPart(
      int document,
      SourceFile place,
      Pointer pointer,
      int depth,
      @Nullable String list,
      int index,
      @Nullable List<Piece> pieces) {
    this.document = document;
    this.place = place;
    this.pointer = pointer;
    this.depth = depth;
    this.list = list;
    this.index = index;
    this.pieces = pieces;
  }

  /** A whole document. */
  static JsonPart whole(int document, SourceFile place, Pointer pointer, int depth) {
    return new JsonPart(document, place, pointer, depth, null, 0, null);
  }

  /** A document of YAML. */
  static JsonPart yaml(int document, SourceFile place) {
    JsonPart part = whole(document, place, Pointer.ROOT, 0);
    part.yaml = true;
    return part;
  }

  /** An element of a document's list. */
  static JsonPart element(
      int document, SourceFile place, Pointer pointer, int depth, String list, int index) {
    return new JsonPart(document, place, pointer, depth, list, index, null);
  }

  /** What a document has besides lists, which stand there empty. */
  static JsonPart rest(
      int document,
      SourceFile place,
      Pointer pointer,
      int depth,
      List<Piece> pieces,
      Collection<String> lists) {
    JsonPart rest = new JsonPart(document, place, pointer, depth, null, 0, List.copyOf(pieces));
    rest.lists.addAll(lists);
    return rest;
  }

  /** The number of the document that it is a part of. */
  public int document() {
    return document;
  }

  /** Where its text is. */
  public SourceFile place() {
    return place;
  }

  /** The name of the list of which it is an element; null when it is none. */
  public @Nullable String list() {
    return list;
  }

  /** How long its text is, in bytes. */
  public int size() {
    return place instanceof SourceSlice slice ? slice.length() : 0;
  }

  /**
   * Reads it: the document that would be there if it had nothing but this part. Never fails: what
   * is wrong is in the faults.
   */
  public Document read() {
    if (yaml) {
      return YamlReader.read(place);
    }
    if (pieces != null) {
      return readPieces(pieces);
    }
    String name = list;
    if (name == null) {
      return read(place, pointer, depth);
    }
    Pointer listAt = pointer.then(name);
    Document element = read(place, listAt.then(index), depth + 2);
    if (element.root() == null) {
      return element;
    }
    SourceLocation at = element.root().location();
    Node array =
        new Node.ArrayNode(
            new SourceLocation(place, at.start(), at.end(), listAt), List.of(element.root()));
    return new Document(place, around(List.of(new Node.Member(name, at, array))), element.faults());
  }

  private Document readPieces(List<Piece> all) {
    List<Node.Member> members = new ArrayList<>();
    List<SyntaxFault> faults = new ArrayList<>();
    for (Piece piece : all) {
      Document name = JsonReader.read(piece.nameAt());
      faults.addAll(name.faults());
      if (name.root() instanceof Node.StringNode text) {
        Pointer below = pointer.then(text.value());
        Document value = read(piece.value(), below, depth + 1);
        faults.addAll(value.faults());
        if (value.root() != null) {
          SourceLocation at = text.location();
          SourceLocation nameAt = new SourceLocation(at.file(), at.start(), at.end(), below);
          members.add(new Node.Member(text.value(), nameAt, value.root()));
        }
      }
    }
    for (String name : lists) {
      SourceLocation at = new SourceLocation(place, 0, 1, pointer.then(name));
      members.add(new Node.Member(name, at, new Node.ArrayNode(at, List.of())));
    }
    return new Document(place, around(members), List.copyOf(faults));
  }

  private Node around(List<Node.Member> members) {
    return new Node.ObjectNode(new SourceLocation(place, 0, 1, pointer), members);
  }

  private static Document read(SourceFile file, Pointer pointer, int depth) {
    if (file instanceof SourceSlice slice && slice.length() > JsonOutline.MAX_PART) {
      String message =
          "this value alone is larger than " + JsonOutline.MAX_PART / 1024 / 1024 + " MiB";
      SourceSlice start = slice.start();
      SourceLocation at = new SourceLocation(start, 0, 1, pointer);
      return new Document(
          start, null, List.of(new SyntaxFault(SyntaxFault.Kind.SYNTAX, at, message)));
    }
    return JsonReader.read(file, pointer, depth);
  }
}
