package dev.kmslint.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds a configuration against its JSON schema. This is not the way by which a configuration is
 * read: the validator loads many classes, and so does this class, so it is only asked about a
 * document that the reader has found misshapen. It adds what the reader has no words for.
 */
final class SchemaCheck {
  private static final String SCHEMA = "/dev/kmslint/schema/config.schema.json";

  private SchemaCheck() {}

  /** The reader's faults, and those that only the schema sees. */
  static List<ConfigFault> explain(Node root, List<ConfigFault> faults) {
    List<ConfigFault> all = new ArrayList<>(faults);
    for (Error error : errors(root)) {
      Node value = at(root, error.getInstanceLocation().toString());
      SourceLocation place = value == null ? root.location() : value.location();
      if (!isExplained(place, faults)) {
        all.add(new ConfigFault(place, error.getMessage(), true));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isExplained(SourceLocation place, List<ConfigFault> faults) {
    for (ConfigFault fault : faults) {
      SourceLocation known = fault.location();
      if (known.start() <= place.end() && place.start() <= known.end()) {
        return true;
      }
    }
    return false;
  }

  /** What the schema has against a document. */
  static List<Error> errors(Node root) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is missing");
      }
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      return schema.validate(json(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Node at(Node node, String pointer) {
    if (node.location().pointer().toString().equals(pointer)) {
      return node;
    }
    if (node instanceof Node.ObjectNode object) {
      for (Node.Member member : object.members()) {
        Node found = at(member.value(), pointer);
        if (found != null) {
          return found;
        }
      }
    } else if (node instanceof Node.ArrayNode array) {
      for (Node element : array.elements()) {
        Node found = at(element, pointer);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (node instanceof Node.ObjectNode object) {
      ObjectNode made = make.objectNode();
      for (Node.Member member : object.members()) {
        made.set(member.name(), json(member.value()));
      }
      return made;
    }
    if (node instanceof Node.ArrayNode array) {
      ArrayNode made = make.arrayNode();
      for (Node element : array.elements()) {
        made.add(json(element));
      }
      return made;
    }
    if (node instanceof Node.StringNode string) {
      return make.stringNode(string.value());
    }
    if (node instanceof Node.BooleanNode bool) {
      return make.booleanNode(bool.value());
    }
    // A number's value does not matter to the schema, which wants none anywhere.
    return node instanceof Node.NumberNode ? make.numberNode(0) : make.nullNode();
  }
}
