package dev.kmslint.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a document that was read, with its place. Members keep their order and duplicates. */
public sealed interface Node {
  /** Where the value stands: for text with its quotes, for objects and arrays with the brackets. */
  SourceLocation location();

  /** What this is, for messages: {@code an object}, {@code a number}... */
  String kind();

  /** An object. */
  record ObjectNode(SourceLocation location, List<Member> members) implements Node {
    /** The last member of that name, as most JSON readers take it; null without one. */
    public @Nullable Member member(String name) {
      for (int i = members.size() - 1; i >= 0; i--) {
        if (members.get(i).name().equals(name)) {
          return members.get(i);
        }
      }
      return null;
    }

    /** The value of {@link #member}; null without one. */
    public @Nullable Node get(String name) {
      Member member = member(name);
      return member == null ? null : member.value();
    }

    @Override
    public String kind() {
      return "an object";
    }
  }

  /**
   * A member of an object.
   *
   * @param nameLocation where the name stands, with its quotes
   */
  record Member(String name, SourceLocation nameLocation, Node value) {}

  /** An array. */
  record ArrayNode(SourceLocation location, List<Node> elements) implements Node {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /**
   * A string.
   *
   * @param places of text inside text that could be a document of its own: where its characters
   *     stand; null where the file itself tells
   */
  record StringNode(SourceLocation location, String value, @Nullable Places places)
      implements Node {
    /** A string of which the file itself tells where its characters stand. */
    public StringNode(SourceLocation location, String value) {
      this(location, value, null);
    }

    @Override
    public String kind() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param text as it is written
   */
  record NumberNode(SourceLocation location, String text) implements Node {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record BooleanNode(SourceLocation location, boolean value) implements Node {
    @Override
    public String kind() {
      return "a boolean";
    }
  }

  /** Null. */
  record NullNode(SourceLocation location) implements Node {
    @Override
    public String kind() {
      return "null";
    }
  }

  /** A value of which the document does not say what it is. */
  sealed interface Open extends Node permits OpenText, OpenNode {
    /** What it would take to know it, for messages, as the name of a parameter. */
    String name();

    @Override
    default String kind() {
      return "a value that is not known here";
    }
  }

  /**
   * Text of which only parts are known.
   *
   * @param pieces the known parts; between each two of them stands what is not known
   */
  record OpenText(SourceLocation location, List<String> pieces, String name) implements Open {}

  /**
   * Any one of some values, or none at all, as a condition of a template says.
   *
   * @param candidates the values; empty when it can be anything
   */
  record OpenNode(SourceLocation location, List<Node> candidates, String name) implements Open {}
}
