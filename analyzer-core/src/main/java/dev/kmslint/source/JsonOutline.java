package dev.kmslint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Finds the parts of a large JSON text without keeping it: its documents, when there are several,
 * one after the other or in one array; and of a document with long lists each element of these.
 */
public final class JsonOutline {
  /** How large a part may be, in bytes. */
  public static final int MAX_PART = 64 * 1024 * 1024;

  private static final int LONGEST_NAME = 64;
  private static final long STEP = 1 << 20;

  private final LargeText text;
  private final List<List<String>> families;
  private final LongConsumer progress;
  private final ByteScanner in;
  private final LargeTextFaults faultAt;
  private final JsonSteps steps;
  private final List<JsonPart> parts = new ArrayList<>();
  private final List<SyntaxFault> faults = new ArrayList<>();
  private int documents;
  private boolean divided;
  private long told;

  private JsonOutline(
      LargeText text, List<List<String>> families, LongConsumer progress, InputStream in) {
    this.text = text;
    this.families = families;
    this.progress = progress;
    this.in = new ByteScanner(in);
    this.faultAt = new LargeTextFaults(text);
    this.steps = new JsonSteps(this.in, faultAt);
  }

  /**
   * Goes through a text.
   *
   * @param families the names of long lists, those of one kind of document together and in the
   *     order in which they are to be read
   * @param progress is told how many bytes are behind
   */
  public static JsonOutline of(LargeText text, List<List<String>> families, LongConsumer progress)
      throws IOException {
    try (InputStream in = text.open()) {
      JsonOutline outline = new JsonOutline(text, families, progress, in);
      outline.read();
      return outline;
    }
  }

  /** The parts, in the order in which they are to be read. */
  public List<JsonPart> parts() {
    return parts;
  }

  /** What is wrong between the parts: what stands behind is not among them. */
  public List<SyntaxFault> faults() {
    return faults;
  }

  /** Whether there is more than one document without long lists. */
  public boolean isDivided() {
    return divided;
  }

  /** The first character, for what is about the whole text. */
  public SourceFile start() {
    return slice(new ByteScanner.Place(0, 0, 1, 1), (int) Math.min(1, text.size()));
  }

  private void read() throws IOException {
    boolean mark = in.skipMark();
    try {
      steps.skipSpace();
      if (in.peek() == '[') {
        divided = true;
        elements(Pointer.ROOT);
        steps.skipSpace();
      }
      while (in.peek() == '{') {
        document(Pointer.ROOT, 0);
        steps.skipSpace();
      }
      divided |= documents > 1;
      if (in.peek() != ByteScanner.END) {
        throw documents > 0 ? steps.misread(JsonReader.MORE_TEXT) : steps.misread();
      }
    } catch (JsonSteps.Misread e) {
      faults.add(e.fault);
      while (in.next() != ByteScanner.END) {
        // What is not UTF-8 is worse.
      }
    }
    addEncoding(mark);
  }

  /** What is not UTF-8 is worse than what else is wrong. */
  private void addEncoding(boolean mark) {
    if (in.malformed() >= 0) {
      faults.clear();
      ByteScanner.Place at = in.malformedAt();
      String message = TextDecoder.encodingMessage(text.bytes(0, 2), in.malformed());
      faults.add(faultAt.fault(SyntaxFault.Kind.ENCODING, at, message));
    } else if (mark) {
      ByteScanner.Place start = new ByteScanner.Place(3, 0, 1, 1);
      String message = "the file starts with a UTF-8 byte order mark";
      faults.add(faultAt.fault(SyntaxFault.Kind.BYTE_ORDER_MARK, start, message));
    }
  }

  /**
   * Finds the documents of a text of YAML: a line that starts with three dashes starts one,
   * whatever is around it.
   */
  public static JsonOutline ofYaml(LargeText text) throws IOException {
    try (InputStream in = text.open()) {
      JsonOutline outline = new JsonOutline(text, List.of(), bytes -> {}, in);
      outline.readYaml();
      return outline;
    }
  }

  private void readYaml() throws IOException {
    boolean mark = in.skipMark();
    ByteScanner.Place start = in.place();
    boolean lineStart = true;
    boolean content = false;
    while (in.peek() != ByteScanner.END) {
      boolean marker = lineStart && in.peek() == '-' && isMarker();
      if (marker && content) {
        parts.add(JsonPart.yaml(documents++, slice(start, lengthFrom(start))));
        start = in.place();
      }
      int c = in.next();
      boolean inNothing = lineStart && (c == '#' || c == '%');
      while (inNothing && in.peek() != '\n' && in.peek() != '\r' && in.peek() >= 0) {
        in.next();
      }
      boolean blank = c == ' ' || c == '\t';
      content |= marker || !(blank || inNothing || c == '\n' || c == '\r');
      lineStart = c == '\n' || c == '\r';
    }
    parts.add(JsonPart.yaml(documents++, slice(start, lengthFrom(start))));
    divided = documents > 1;
    addEncoding(mark);
  }

  private boolean isMarker() {
    int length = (int) Math.min(4, text.size() - in.at());
    String here = new String(text.bytes(in.at(), length), StandardCharsets.ISO_8859_1);
    return here.startsWith("---") && (length == 3 || " \t\r\n".indexOf(here.charAt(3)) >= 0);
  }

  /** The documents that are elements of an array. */
  private void elements(Pointer pointer) throws IOException, JsonSteps.Misread {
    in.next();
    steps.skipSpace();
    for (int i = 0; in.peek() != ']'; i++) {
      if (i > 0) {
        steps.comma();
      }
      document(pointer.then(i), 1);
      steps.skipSpace();
    }
    in.next();
  }

  private void document(Pointer pointer, int depth) throws IOException, JsonSteps.Misread {
    int number = documents++;
    ByteScanner.Place start = in.place();
    if (in.peek() != '{') {
      parts.add(JsonPart.whole(number, part(start), pointer, depth));
      return;
    }
    Map<String, List<SourceFile>> lists = new LinkedHashMap<>();
    List<String> order = new ArrayList<>();
    List<JsonPart.Piece> rest = new ArrayList<>();
    SourceFile whole = null;
    boolean complete = false;
    try {
      members(lists, order, rest);
      complete = true;
    } finally {
      if (lists.isEmpty()) {
        whole = complete ? slice(start, lengthFrom(start)) : null;
      } else {
        divided = true;
        SourceFile first = slice(start, 1);
        parts.add(JsonPart.rest(number, first, pointer, depth, rest, lists.keySet()));
        for (String list : inOrder(order)) {
          int index = 0;
          for (SourceFile element : lists.getOrDefault(list, List.of())) {
            parts.add(JsonPart.element(number, element, pointer, depth, list, index++));
          }
        }
      }
    }
    if (whole != null) {
      parts.add(JsonPart.whole(number, whole, pointer, depth));
    }
  }

  private List<String> inOrder(List<String> found) {
    List<String> order = new ArrayList<>();
    for (String name : found) {
      for (List<String> family : families) {
        if (family.contains(name) && !order.contains(name)) {
          order.addAll(family);
        }
      }
    }
    return order;
  }

  /** The members of an object, of which the last one of a name counts. */
  private void members(
      Map<String, List<SourceFile>> lists, List<String> order, List<JsonPart.Piece> rest)
      throws IOException, JsonSteps.Misread {
    in.next();
    steps.skipSpace();
    boolean first = true;
    while (in.peek() != '}') {
      if (!first) {
        steps.comma();
      }
      first = false;
      ByteScanner.Place nameStart = in.place();
      if (in.peek() != '"') {
        throw steps.misread();
      }
      String name = name();
      SourceFile nameAt = slice(nameStart, lengthFrom(nameStart));
      steps.skipSpace();
      if (in.peek() != ':') {
        throw steps.misread();
      }
      in.next();
      steps.skipSpace();
      if (isLong(name)) {
        lists.remove(name);
        rest.removeIf(piece -> piece.name().equals(name));
      }
      if (in.peek() == '[' && isLong(name)) {
        order.add(name);
        List<SourceFile> elements = new ArrayList<>();
        lists.put(name, elements);
        list(elements);
      } else {
        rest.add(new JsonPart.Piece(name, nameAt, part(in.place())));
      }
      steps.skipSpace();
    }
    in.next();
  }

  private void list(List<SourceFile> elements) throws IOException, JsonSteps.Misread {
    in.next();
    steps.skipSpace();
    while (in.peek() != ']') {
      if (!elements.isEmpty()) {
        steps.comma();
      }
      elements.add(part(in.place()));
      steps.skipSpace();
    }
    in.next();
  }

  private boolean isLong(String name) {
    for (List<String> family : families) {
      if (family.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The value here. */
  private SourceFile part(ByteScanner.Place start) throws IOException, JsonSteps.Misread {
    steps.value();
    int length = lengthFrom(start);
    if (in.at() - told >= STEP) {
      told = in.at();
      progress.accept(told);
    }
    return slice(start, length);
  }

  private int lengthFrom(ByteScanner.Place start) {
    return (int) Math.min(Integer.MAX_VALUE, in.at() - start.at());
  }

  private SourceFile slice(ByteScanner.Place start, int length) {
    return SourceSlice.of(text, start, length);
  }

  /** The name here, as far as it can be that of a list. */
  private String name() throws IOException, JsonSteps.Misread {
    ByteScanner.Place start = in.place();
    StringBuilder name = new StringBuilder();
    in.next();
    int c = in.peek();
    boolean plain = true;
    while (c != '"') {
      if (c < ' ') {
        throw steps.misread();
      }
      plain &= c != '\\' && c <= '~';
      if (name.length() <= LONGEST_NAME) {
        name.append((char) c);
      }
      in.next();
      if (c == '\\' && in.peek() >= ' ') {
        in.next();
      }
      c = in.peek();
    }
    in.next();
    if (plain || name.length() > LONGEST_NAME) {
      return name.toString();
    }
    Node written = JsonReader.read(slice(start, lengthFrom(start))).root();
    return written instanceof Node.StringNode text ? text.value() : "";
  }
}
