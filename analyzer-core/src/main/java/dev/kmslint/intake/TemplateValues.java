package dev.kmslint.intake;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out the functions of a CloudFormation template, as far as the template says enough. What
 * stays open becomes a {@link Node.Open}.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
final class TemplateValues {
  private static final String DYNAMIC = "{{resolve:";
  private static final int MOST_CANDIDATES = 64;

  private final Node.@Nullable ObjectNode mappings;
  private final TemplateNames names;

  TemplateValues(Node.ObjectNode template, Given given) {
    this.mappings = Members.object(template, "Mappings");
    this.names = new TemplateNames(template, given, this);
  }

  /**
   * A value without functions; null for the value that takes its property away. Numbers are text:
   * what CloudFormation makes of those in a policy its pages do not say.
   */
  @Nullable Node resolve(Node node) {
    if (node instanceof Node.ObjectNode object) {
      if (object.members().size() == 1 && isFunction(object.members().get(0).name())) {
        return function(object.members().get(0), object.location());
      }
      List<Node.Member> members = new ArrayList<>(object.members().size());
      for (Node.Member member : object.members()) {
        Node value = resolve(member.value());
        if (value != null) {
          members.add(new Node.Member(member.name(), member.nameLocation(), value));
        }
      }
      return new Node.ObjectNode(object.location(), List.copyOf(members));
    }
    if (node instanceof Node.ArrayNode array) {
      List<Node> elements = new ArrayList<>(array.elements().size());
      for (Node element : array.elements()) {
        Node value = resolve(element);
        if (value != null) {
          elements.add(value);
        }
      }
      return new Node.ArrayNode(array.location(), List.copyOf(elements));
    }
    if (node instanceof Node.NumberNode number) {
      return new Node.StringNode(number.location(), number.text());
    }
    return node instanceof Node.StringNode text && text.value().contains(DYNAMIC)
        ? dynamic(text)
        : node;
  }

  private static boolean isFunction(String name) {
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  /** Text with dynamic references, whose values stand elsewhere. */
  private static Node dynamic(Node.StringNode node) {
    JoinedText text = new JoinedText();
    String value = node.value();
    int from = 0;
    for (int at = value.indexOf(DYNAMIC); at >= 0; at = value.indexOf(DYNAMIC, from)) {
      int end = value.indexOf("}}", at);
      text.add(value.substring(from, at));
      if (end < 0) {
        from = at;
        break;
      }
      from = end + 2;
      text.addUnknown("`" + value.substring(at, from) + "`");
    }
    text.add(value.substring(from));
    return text.at(node.location());
  }

  private @Nullable Node function(Node.Member member, SourceLocation at) {
    Node argument = member.value();
    return switch (member.name()) {
      case "Ref" -> {
        String name = text(argument);
        yield name == null ? open(at, "a `Ref`") : names.reference(name, at);
      }
      case "Fn::GetAtt" -> attribute(argument, at);
      case "Fn::Sub" -> substituted(argument, at);
      case "Fn::Join" -> joined(argument, at);
      case "Fn::If" -> either(argument, at);
      case "Fn::FindInMap" -> mapped(argument, at);
      case "Fn::Select" -> selected(argument, at);
      case "Fn::Split" -> split(argument, at);
      default -> open(at, "the value of `" + member.name() + "`");
    };
  }

  static Node open(SourceLocation at, String name) {
    return new Node.OpenNode(at, List.of(), name);
  }

  /** The text of a value that is known; null of every other. */
  @Nullable String text(Node value) {
    Node resolved = resolve(value);
    if (resolved instanceof Node.StringNode || resolved instanceof Node.NumberNode) {
      JoinedText text = new JoinedText();
      text.add(resolved);
      return text.at(value.location()) instanceof Node.StringNode string ? string.value() : null;
    }
    return null;
  }

  /** What a Ref stands for; null when it takes a property away. */
  @Nullable Node reference(String name, SourceLocation at) {
    return names.reference(name, at);
  }

  /** What {@code Resource.Attribute} stands for. */
  Node attribute(String name, SourceLocation at) {
    return names.attribute(name, at);
  }

  private static List<Node> elements(Node argument) {
    return argument instanceof Node.ArrayNode array ? array.elements() : List.of(argument);
  }

  private Node attribute(Node argument, SourceLocation at) {
    JoinedText name = new JoinedText();
    List<Node> parts = elements(argument);
    for (int i = 0; i < parts.size(); i++) {
      Node resolved = resolve(parts.get(i));
      name.add(i == 0 ? "" : ".");
      name.add(resolved == null ? parts.get(i) : resolved);
    }
    return name.at(at) instanceof Node.StringNode known
        ? names.attribute(known.value(), at)
        : open(at, "an attribute");
  }

  private Node substituted(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    if (parts.isEmpty() || !(parts.get(0) instanceof Node.StringNode template)) {
      return open(at, "the value of `Fn::Sub`");
    }
    Node.ObjectNode values =
        parts.size() > 1 && parts.get(1) instanceof Node.ObjectNode object ? object : null;
    SourceLocation inner = template.location();
    SourceLocation place =
        new SourceLocation(inner.file(), inner.start(), inner.end(), at.pointer());
    JoinedText text = new JoinedText();
    String value = template.value();
    int from = 0;
    for (int start = value.indexOf("${"); start >= 0; start = value.indexOf("${", from)) {
      int end = value.indexOf('}', start);
      if (end < 0) {
        break;
      }
      text.add(value.substring(from, start));
      String name = value.substring(start + 2, end).trim();
      if (name.startsWith("!")) {
        text.add("${" + name.substring(1) + "}");
      } else {
        text.add(variable(name, values, place));
      }
      from = end + 1;
    }
    text.add(value.substring(from));
    Node joined = text.at(place);
    return joined instanceof Node.StringNode string ? dynamicIfAny(string) : joined;
  }

  private static Node dynamicIfAny(Node.StringNode text) {
    return text.value().contains(DYNAMIC) ? dynamic(text) : text;
  }

  private Node variable(String name, Node.@Nullable ObjectNode values, SourceLocation at) {
    Node given = values == null ? null : values.get(name);
    Node value =
        given != null
            ? resolve(given)
            : name.indexOf('.') >= 0 ? names.attribute(name, at) : names.reference(name, at);
    return value == null ? new Node.StringNode(at, "") : value;
  }

  private Node joined(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    String delimiter = parts.size() == 2 ? text(parts.get(0)) : null;
    Node list = delimiter == null ? null : resolve(parts.get(1));
    if (delimiter == null || !(list instanceof Node.ArrayNode array)) {
      return open(at, "the value of `Fn::Join`");
    }
    JoinedText text = new JoinedText();
    for (int i = 0; i < array.elements().size(); i++) {
      text.add(i == 0 ? "" : delimiter);
      text.add(array.elements().get(i));
    }
    Node joined = text.at(at);
    return joined instanceof Node.StringNode string ? dynamicIfAny(string) : joined;
  }

  /** Both branches are kept: which of them holds is known when the stack is made. */
  private @Nullable Node either(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    if (parts.size() != 3) {
      return open(at, "the value of `Fn::If`");
    }
    List<Node> candidates = new ArrayList<>();
    for (Node branch : parts.subList(1, 3)) {
      Node value = resolve(branch);
      if (value != null) {
        candidates.add(value);
      }
    }
    String condition = text(parts.get(0));
    String name = "condition `" + (condition == null ? "?" : condition) + "`";
    return candidates.isEmpty() ? null : new Node.OpenNode(at, List.copyOf(candidates), name);
  }

  private Node mapped(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    String name = parts.size() < 3 ? null : text(parts.get(0));
    Node.ObjectNode map = name == null || mappings == null ? null : Members.object(mappings, name);
    if (map == null) {
      return open(at, "the value of `Fn::FindInMap`");
    }
    List<Node> candidates = new ArrayList<>();
    String top = text(parts.get(1));
    String second = text(parts.get(2));
    for (Node.Member row : map.members()) {
      boolean fits = top == null || row.name().equals(top);
      if (fits && row.value() instanceof Node.ObjectNode values) {
        for (Node.Member each : values.members()) {
          if (second == null || each.name().equals(second)) {
            candidates.add(moved(each.value(), at));
          }
        }
      }
    }
    if (candidates.size() == 1 && top != null && second != null) {
      return candidates.get(0);
    }
    boolean known = !candidates.isEmpty() && candidates.size() <= MOST_CANDIDATES;
    return new Node.OpenNode(
        at, known ? List.copyOf(candidates) : List.of(), "the value of mapping `" + name + "`");
  }

  /** A value of another place, to be seen where it is used. */
  static Node moved(Node value, SourceLocation at) {
    if (value instanceof Node.ArrayNode array) {
      List<Node> elements = new ArrayList<>();
      for (Node element : array.elements()) {
        elements.add(moved(element, at));
      }
      return new Node.ArrayNode(at, List.copyOf(elements));
    }
    JoinedText text = new JoinedText();
    text.add(value);
    return text.at(at);
  }

  private Node selected(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    String index = parts.size() == 2 ? text(parts.get(0)) : null;
    Node list = index == null ? null : resolve(parts.get(1));
    if (index != null && index.length() == 1 && list instanceof Node.ArrayNode array) {
      int place = Character.digit(index.charAt(0), 10);
      if (place >= 0 && place < array.elements().size()) {
        return array.elements().get(place);
      }
    }
    return open(at, "the value of `Fn::Select`");
  }

  private Node split(Node argument, SourceLocation at) {
    List<Node> parts = elements(argument);
    String delimiter = parts.size() == 2 ? text(parts.get(0)) : null;
    String value = delimiter == null ? null : text(parts.get(1));
    return delimiter == null || delimiter.isEmpty() || value == null
        ? open(at, "the value of `Fn::Split`")
        : list(value, delimiter, at);
  }

  /** The parts of a text as a list. */
  static Node list(String text, String delimiter, SourceLocation at) {
    List<Node> parts = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, from)) {
      parts.add(new Node.StringNode(at, text.substring(from, end).trim()));
      from = end + delimiter.length();
    }
    parts.add(new Node.StringNode(at, text.substring(from).trim()));
    return new Node.ArrayNode(at, List.copyOf(parts));
  }
}
