package dev.kmslint.policy;

import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an element, of which some are not known. */
final class OpenValues {
  private OpenValues() {}

  /**
   * A value that is no list.
   *
   * @param node null for one that can be anything
   * @param open whether it only may be there
   */
  record Leaf(@Nullable Node node, boolean open, Node at) {
    /** What it may be as a pattern; null for what is no text. */
    @Nullable String pattern() {
      if (node == null) {
        return "*";
      }
      if (node instanceof Node.OpenText text) {
        return String.join("*", text.pieces());
      }
      return node instanceof Node.StringNode text ? text.value() : null;
    }
  }

  static List<Leaf> leaves(Node value) {
    List<Leaf> leaves = new ArrayList<>();
    add(value, false, leaves);
    return leaves;
  }

  private static void add(Node value, boolean open, List<Leaf> to) {
    if (value instanceof Node.ArrayNode array) {
      for (Node element : array.elements()) {
        add(element, open, to);
      }
    } else if (value instanceof Node.OpenNode one) {
      for (Node candidate : one.candidates()) {
        add(candidate, true, to);
      }
      if (one.candidates().isEmpty()) {
        to.add(new Leaf(null, true, value));
      }
    } else {
      to.add(new Leaf(value, open || value instanceof Node.OpenText, value));
    }
  }

  /** The values that are known; null when none is. */
  static @Nullable Node known(Node value) {
    List<Node> known = new ArrayList<>();
    for (Leaf leaf : leaves(value)) {
      if (!leaf.open()) {
        known.add(leaf.at());
      }
    }
    return known.isEmpty() ? null : new Node.ArrayNode(value.location(), known);
  }

  /** All that the values may be, as patterns. */
  static Node possible(Node value) {
    List<Node> all = new ArrayList<>();
    for (Leaf leaf : leaves(value)) {
      String pattern = leaf.pattern();
      all.add(pattern == null ? leaf.at() : new Node.StringNode(leaf.at().location(), pattern));
    }
    return new Node.ArrayNode(value.location(), all);
  }
}
