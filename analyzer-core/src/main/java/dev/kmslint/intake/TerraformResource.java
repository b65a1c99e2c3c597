package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a Terraform plan or state.
 *
 * @param location where the document names its address
 * @param address as {@code module.copy.aws_iam_policy.copy}
 * @param values its attributes
 * @param unknown which attributes are known only after apply: the same shape, with true for them;
 *     null when all are known
 */
record TerraformResource(
    SourceLocation location,
    String address,
    String type,
    String name,
    boolean data,
    Node.ObjectNode values,
    Node.@Nullable ObjectNode unknown) {

  /** Reads one; null when it lacks a name, or will not be there. */
  static @Nullable TerraformResource of(Node.ObjectNode object) {
    Text address = Members.text(object, "address");
    Text type = Members.text(object, "type");
    Text name = Members.text(object, "name");
    Text mode = Members.text(object, "mode");
    Node.ObjectNode change = Members.object(object, "change");
    Node.ObjectNode values =
        change == null ? Members.object(object, "values") : Members.object(change, "after");
    if (address == null || type == null || name == null || values == null) {
      return null;
    }
    return new TerraformResource(
        address.location(),
        address.value(),
        type.value(),
        name.value(),
        mode != null && mode.value().equals("data"),
        values,
        change == null ? null : Members.object(change, "after_unknown"));
  }

  /** Whether it is a policy document, which other resources use. */
  boolean isDocument() {
    return data && type.equals("aws_iam_policy_document");
  }

  /** Whether an attribute is known only after apply. */
  boolean isUnknown(String attribute) {
    return isTrue(unknown == null ? null : unknown.get(attribute));
  }

  static boolean isTrue(@Nullable Node node) {
    return node instanceof Node.BooleanNode bool && bool.value();
  }

  @Nullable Text text(String attribute) {
    return Members.text(values, attribute);
  }

  /** The address without the keys of {@code count} and {@code for_each}. */
  String plainAddress() {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (depth > 0 && c == '"') {
        quoted = !quoted;
      } else if (depth > 0 && c == '\\' && quoted) {
        i++;
      } else if (c == '[' && !quoted) {
        depth++;
      } else if (c == ']' && !quoted) {
        depth--;
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** The names of the modules that it is in, from the outermost one. */
  List<String> modules() {
    List<String> modules = new ArrayList<>();
    String[] parts = plainAddress().split("\\.", -1);
    for (int i = 0; i + 1 < parts.length && parts[i].equals("module"); i += 2) {
      modules.add(parts[i + 1]);
    }
    return List.copyOf(modules);
  }

  /** The address in its module, without keys. */
  String localAddress() {
    return (data ? "data." : "") + type + "." + name;
  }
}
