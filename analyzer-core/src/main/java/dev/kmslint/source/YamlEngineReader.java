package dev.kmslint.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads any YAML with snakeyaml-engine, for {@link YamlReader}. */
final class YamlEngineReader {
  private static final String CORE_TAG = "tag:yaml.org,2002:";
  private static final List<String> CORE_TAGS =
      List.of(
          CORE_TAG + "str",
          CORE_TAG + "int",
          CORE_TAG + "float",
          CORE_TAG + "bool",
          CORE_TAG + "null",
          CORE_TAG + "map",
          CORE_TAG + "seq");

  private final SourceFile file;
  private final int @Nullable [] offsets;
  private final Iterator<Event> events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int values;

  /** The deepest level that was reached inside the value that is being read. */
  private int deepest;

  /** Where the last value ended. */
  private int lastEnd;

  private @Nullable SyntaxFault tagFault;

  /** A value with an anchor; the node is null while the value is being read. */
  private record Anchored(@Nullable Node node, int values, int height) {}

  private YamlEngineReader(SourceFile file) {
    this.file = file;
    this.offsets = offsetsOf(file.text());
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file.path())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    this.events = new Parse(settings).parseString(file.text()).iterator();
  }

  /** Reads text; never fails: what is wrong is in the document's faults. */
  static Document read(SourceFile file) {
    YamlEngineReader reader = new YamlEngineReader(file);
    int tooLong = YamlReader.longLine(file.text());
    if (tooLong >= 0) {
      return reader.faulty(
          tooLong, "a line of YAML has more than " + YamlReader.MAX_LINE + " characters");
    }
    try {
      Node root = reader.document();
      return reader.tagFault == null
          ? new Document(file, root, List.of())
          : new Document(file, null, List.of(reader.tagFault));
    } catch (Misread e) {
      return reader.faulty(e.offset, e.words);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
      int at = mark.isPresent() ? reader.offset(mark.get()) : 0;
      return reader.faulty(at, "this is not YAML: " + problem);
    } catch (ReaderException e) {
      return reader.faulty(
          reader.offset(e.getPosition()),
          "the character U+" + Integer.toHexString(e.getCodePoint()) + " cannot stand in YAML");
    } catch (YamlEngineException e) {
      return reader.faulty(0, "this is not YAML: " + e.getMessage());
    }
  }

  private Document faulty(int offset, String message) {
    int length = file.text().length();
    int start = Math.max(0, Math.min(offset, length - 1));
    SourceLocation at = new SourceLocation(file, start, Math.min(start + 1, length), Pointer.ROOT);
    return new Document(file, null, List.of(new SyntaxFault(SyntaxFault.Kind.SYNTAX, at, message)));
  }

  private Node document() throws Misread {
    Event event = next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = next();
    }
    if (event.getEventId() == Event.ID.StreamEnd) {
      return new Node.NullNode(at(0, 0, Pointer.ROOT));
    }
    Node root = value(event, Pointer.ROOT, 0);
    next();
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new Misread(start(after), YamlReader.SECOND_DOCUMENT);
    }
    return root;
  }

  private Node value(Event event, Pointer pointer, int depth) throws Misread {
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    String function = ShortTags.function(tag(event));
    if (function == null) {
      return plain(event, pointer, depth);
    }
    descend(start(event), depth + 1);
    Pointer below = pointer.then(function);
    Node argument = plain(event, below, depth + 1);
    SourceLocation name = at(start(event), argument.location().start(), below);
    SourceLocation whole = at(start(event), argument.location().end(), pointer);
    return new Node.ObjectNode(whole, List.of(new Node.Member(function, name, argument)));
  }

  private static @Nullable String tag(Event event) {
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    return tag.orElse(null);
  }

  private Node plain(Event event, Pointer pointer, int depth) throws Misread {
    int valuesBefore = values;
    int deepestBefore = deepest;
    count(1, start(event));
    deepest = depth;
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get().getValue(), new Anchored(null, 0, 0));
    }
    Node node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar, pointer);
    } else {
      CollectionStartEvent collection = (CollectionStartEvent) event;
      checkTag(collection.getTag(), event);
      descend(start(event), depth + 1);
      node =
          event.getEventId() == Event.ID.MappingStart
              ? mapping(collection, pointer, depth + 1)
              : sequence(collection, pointer, depth + 1);
    }
    if (anchor.isPresent()) {
      anchors.put(
          anchor.get().getValue(), new Anchored(node, values - valuesBefore, deepest - depth));
    }
    deepest = Math.max(deepestBefore, deepest);
    return node;
  }

  private Node aliased(AliasEvent alias, int depth) throws Misread {
    String name = alias.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new Misread(start(alias), "there is no anchor `" + name + "` before this alias");
    }
    if (anchored.node() == null) {
      throw new Misread(start(alias), "the alias `" + name + "` stands inside its own anchor");
    }
    count(anchored.values(), start(alias));
    descend(start(alias), depth + anchored.height());
    lastEnd = end(alias);
    return anchored.node();
  }

  private Node scalar(ScalarEvent event, Pointer pointer) {
    lastEnd = end(event);
    Optional<String> tag = event.getTag();
    checkTag(tag, event);
    boolean function = ShortTags.function(tag.orElse(null)) != null;
    SourceLocation location =
        at(function ? afterTag(start(event)) : start(event), lastEnd, pointer);
    boolean isText = function || (tag.isPresent() ? isTextTag(tag.get()) : !event.isPlain());
    return isText
        ? new Node.StringNode(location, event.getValue())
        : YamlScalar.read(location, event.getValue());
  }

  /** Where the content of a scalar starts that has a tag and no anchor before it. */
  private int afterTag(int start) {
    String text = file.text();
    int at = start;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.startsWith("!", start) && at < lastEnd ? at : start;
  }

  private Node mapping(CollectionStartEvent start, Pointer pointer, int depth) throws Misread {
    List<Node.Member> members = new ArrayList<>();
    lastEnd = end(start);
    Event event = next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      if (!(event instanceof ScalarEvent key)) {
        throw new Misread(start(event), "a name must be plain text");
      }
      Pointer below = pointer.then(key.getValue());
      SourceLocation nameAt = at(start(key), end(key), below);
      members.add(new Node.Member(key.getValue(), nameAt, value(next(), below, depth)));
      event = next();
    }
    return new Node.ObjectNode(span(start, event, pointer), List.copyOf(members));
  }

  private Node sequence(CollectionStartEvent start, Pointer pointer, int depth) throws Misread {
    List<Node> elements = new ArrayList<>();
    lastEnd = end(start);
    Event event = next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      elements.add(value(event, pointer.then(elements.size()), depth));
      event = next();
    }
    return new Node.ArrayNode(span(start, event, pointer), List.copyOf(elements));
  }

  /** A collection in brackets ends with its bracket; one in block style with its last value. */
  private SourceLocation span(CollectionStartEvent start, Event end, Pointer pointer) {
    if (start.isFlow()) {
      lastEnd = end(end);
    }
    return at(start(start), lastEnd, pointer);
  }

  private static boolean isTextTag(String tag) {
    return tag.equals("!") || tag.equals(CORE_TAG + "str");
  }

  private void checkTag(Optional<String> tag, Event event) {
    if (tag.isEmpty() || tagFault != null) {
      return;
    }
    String name = tag.get();
    if (name.equals("!") || CORE_TAGS.contains(name) || ShortTags.function(name) != null) {
      return;
    }
    SourceLocation at = at(start(event), end(event), Pointer.ROOT).first();
    tagFault =
        new SyntaxFault(
            SyntaxFault.Kind.TAG, at, "the YAML tag `" + name + "` is not one that kmslint reads");
  }

  private void count(int more, int offset) throws Misread {
    if (more > JsonReader.MAX_VALUES - values) {
      throw new Misread(offset, "the file has more than " + JsonReader.MAX_VALUES + " values");
    }
    values += more;
  }

  private void descend(int offset, int depth) throws Misread {
    deepest = Math.max(deepest, depth);
    if (depth > JsonReader.MAX_DEPTH) {
      throw new Misread(
          offset,
          "objects and arrays are nested more than " + JsonReader.MAX_DEPTH + " levels deep");
    }
  }

  private Event next() throws Misread {
    if (!events.hasNext()) {
      throw new Misread(file.text().length(), "the text ends before the YAML value is complete");
    }
    return events.next();
  }

  private int start(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.isPresent() ? offset(mark.get()) : 0;
  }

  private int end(Event event) {
    Optional<Mark> mark = event.getEndMark();
    return mark.isPresent() ? offset(mark.get()) : 0;
  }

  private int offset(Mark mark) {
    return offset(mark.getIndex());
  }

  private int offset(int codePoint) {
    if (offsets == null) {
      return codePoint;
    }
    return offsets[Math.max(0, Math.min(codePoint, offsets.length - 1))];
  }

  private SourceLocation at(int start, int end, Pointer pointer) {
    return new SourceLocation(file, start, Math.max(start, end), pointer);
  }

  /** The UTF-16 offset of every code point and of the end; null where the two are the same. */
  private static int @Nullable [] offsetsOf(String text) {
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints == text.length()) {
      return null;
    }
    int[] offsets = new int[codePoints + 1];
    int at = 0;
    for (int i = 0; i < codePoints; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[codePoints] = at;
    return offsets;
  }

  /** The text is no YAML, or none that is read, from an offset on. */
  private static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    final int offset;
    final String words;

    Misread(int offset, String words) {
      super(words, null, false, false);
      this.offset = offset;
      this.words = words;
    }
  }
}
