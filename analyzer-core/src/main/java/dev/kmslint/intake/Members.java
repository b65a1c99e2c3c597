package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes members out of the documents of the AWS CLI. */
final class Members {
  private Members() {}

  /** A member's text; numbers and booleans as they are written; null for null and for the rest. */
  static @Nullable Text text(Node.ObjectNode object, String name) {
    Node value = object.get(name);
    return value == null ? null : text(value);
  }

  static @Nullable Text text(Node value) {
    if (value instanceof Node.StringNode string) {
      return new Text(string.value(), string.location());
    }
    if (value instanceof Node.NumberNode number) {
      return new Text(number.text(), number.location());
    }
    if (value instanceof Node.BooleanNode bool) {
      return new Text(String.valueOf(bool.value()), bool.location());
    }
    return null;
  }

  /** The texts of a member's elements; those that have none are left out. */
  static List<Text> texts(Node.ObjectNode object, String name) {
    List<Text> texts = new ArrayList<>();
    for (Node value : list(object, name)) {
      Text text = text(value);
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  /** Whether there is a member of that name that is not null. */
  static boolean has(Node.ObjectNode object, String name) {
    Node value = object.get(name);
    return value != null && !(value instanceof Node.NullNode);
  }

  static Node.@Nullable ObjectNode object(Node.ObjectNode object, String name) {
    return object.get(name) instanceof Node.ObjectNode inner ? inner : null;
  }

  /** A member's elements; one that is no list stands for a list of it; empty without it. */
  static List<Node> list(Node.ObjectNode object, String name) {
    Node value = object.get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof Node.ArrayNode array ? array.elements() : List.of(value);
  }
}
