package dev.kmslint.policy;

import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands for a statement of which something is not known: a statement that matches only
 * what it certainly matches, and others that together match all that it may match. Each is written
 * as a statement without unknown values, so that nothing else has to know of these.
 */
final class OpenStatement {
  private final PolicyKind kind;
  private final boolean variables;

  OpenStatement(PolicyKind kind, boolean variables) {
    this.kind = kind;
    this.variables = variables;
  }

  /** A value that is not known in a value; null when there is none. */
  static Node.@Nullable Open unknown(Node node) {
    if (node instanceof Node.Open open) {
      return open;
    }
    Node.Open found = null;
    if (node instanceof Node.ObjectNode object) {
      for (int i = 0; found == null && i < object.members().size(); i++) {
        found = unknown(object.members().get(i).value());
      }
    } else if (node instanceof Node.ArrayNode array) {
      for (int i = 0; found == null && i < array.elements().size(); i++) {
        found = unknown(array.elements().get(i));
      }
    }
    return found;
  }

  /** A statement with what stands for it. */
  Statement read(Node.ObjectNode node, Statement statement, Node.Open unknown) {
    List<Statement> readings = new ArrayList<>();
    Node.ObjectNode certain = certain(node);
    if (certain != null) {
      readings.add(PolicyReader.reread(certain, statement.index(), kind, variables));
    }
    addPossible(
        node, certain == null || isOpenElsewhere(node), statement.index(), text(unknown), readings);
    return statement.asOpen(List.copyOf(readings));
  }

  private static Text text(Node.Open open) {
    return new Text(open.name(), open.location());
  }

  private static boolean isOpenElsewhere(Node.ObjectNode node) {
    for (Node.Member member : node.members()) {
      if (!member.name().equals("Principal") && unknown(member.value()) != null) {
        return true;
      }
    }
    return false;
  }

  /** Adds statements that may be there. */
  void addAll(Node.OpenNode open, PolicyReader reader, List<Statement> to) {
    List<Node> nodes = open.candidates();
    if (nodes.isEmpty()) {
      nodes = List.of(anything(open));
    }
    for (Node each : nodes) {
      if (each instanceof Node.OpenNode deeper) {
        addAll(deeper, reader, to);
      } else if (each instanceof Node.ArrayNode array) {
        addAll(new Node.OpenNode(array.location(), array.elements(), open.name()), reader, to);
      } else if (each instanceof Node.ObjectNode object) {
        Statement statement = new StatementReader(reader, variables).read(object, to.size());
        List<Statement> readings = new ArrayList<>();
        addPossible(object, true, to.size(), text(open), readings);
        to.add(statement.asOpen(List.copyOf(readings)));
      }
    }
  }

  private Node.ObjectNode anything(Node.OpenNode open) {
    List<Node.Member> members = new ArrayList<>();
    for (String name : List.of("Effect", "Principal", "Action", "Resource")) {
      if (kind.hasPrincipal() || !name.equals("Principal")) {
        members.add(new Node.Member(name, open.location(), open));
      }
    }
    return new Node.ObjectNode(open.location(), members);
  }

  /** What the statement certainly is; null when there is no such thing. */
  private static Node.@Nullable ObjectNode certain(Node.ObjectNode node) {
    List<Node.Member> members = new ArrayList<>();
    for (Node.Member member : node.members()) {
      Node value = member.value();
      if (unknown(value) != null) {
        value =
            switch (member.name()) {
              case "Action", "Resource" -> OpenValues.known(value);
              case "Principal" -> OpenPrincipals.known(value);
              case "Condition" -> OpenConditions.certain(value);
              case "Sid" -> new Node.StringNode(value.location(), "");
              default -> null;
            };
      }
      if (value == null) {
        return null;
      }
      members.add(new Node.Member(member.name(), member.nameLocation(), value));
    }
    return new Node.ObjectNode(node.location(), members);
  }

  /**
   * Adds all that the statement may be.
   *
   * @param whole whether also what it may be for the principals that are known
   */
  private void addPossible(
      Node.ObjectNode node, boolean whole, int index, Text unknown, List<Statement> to) {
    Node.Member named = node.member("Principal");
    List<OpenPrincipals.Reading> principals = OpenPrincipals.possible(named, whole);
    for (OpenPrincipals.Reading reading : principals) {
      for (String effect : effects(node.get("Effect"))) {
        List<Node.Member> members = new ArrayList<>();
        for (Node.Member member : node.members()) {
          add(member, effect, reading, members);
        }
        if (reading.condition() != null && node.member("Condition") == null) {
          SourceLocation at = node.location();
          members.add(new Node.Member("Condition", at, reading.condition()));
        }
        Node.ObjectNode possible = new Node.ObjectNode(node.location(), members);
        to.add(PolicyReader.reread(possible, index, kind, variables).asPossible(unknown));
      }
    }
  }

  private static List<String> effects(@Nullable Node effect) {
    return effect instanceof Node.Open ? List.of("Allow", "Deny") : List.of("");
  }

  private static void add(
      Node.Member member, String effect, OpenPrincipals.Reading reading, List<Node.Member> to) {
    SourceLocation at = member.value().location();
    String name = member.name();
    Node value = member.value();
    switch (name) {
      case "Effect" -> value = effect.isEmpty() ? value : new Node.StringNode(at, effect);
      case "Principal" -> value = reading.principal();
      case "NotPrincipal" -> {
        value = OpenPrincipals.known(value);
        if (value == null) {
          name = "Principal";
          value = new Node.StringNode(at, "*");
        }
      }
      case "Action", "Resource" -> value = OpenValues.possible(value);
      case "NotAction", "NotResource" -> {
        value = OpenValues.known(value);
        if (value == null) {
          name = name.substring("Not".length());
          value = new Node.StringNode(at, "*");
        }
      }
      case "Condition" -> value = OpenConditions.possible(value, reading.condition());
      default -> value = value instanceof Node.Open ? new Node.StringNode(at, "") : value;
    }
    if (value != null) {
      to.add(new Node.Member(name, member.nameLocation(), value));
    }
  }
}
