package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of the configuration: which attribute of a resource refers to what, and where
 * modules come from.
 *
 * <p>Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
final class TerraformConfiguration {
  private final Node.@Nullable ObjectNode root;

  TerraformConfiguration(Node.ObjectNode document) {
    Node.ObjectNode configuration = Members.object(document, "configuration");
    this.root = configuration == null ? null : Members.object(configuration, "root_module");
  }

  private static Node.@Nullable ObjectNode call(Node.ObjectNode module, String name) {
    Node.ObjectNode calls = Members.object(module, "module_calls");
    return calls == null ? null : Members.object(calls, name);
  }

  /** The module that a resource is in; null when the plan does not have it. */
  private Node.@Nullable ObjectNode module(TerraformResource resource) {
    Node.ObjectNode module = root;
    for (String name : resource.modules()) {
      Node.ObjectNode call = module == null ? null : call(module, name);
      module = call == null ? null : Members.object(call, "module");
    }
    return module;
  }

  /** The folder of a resource's module, from the root module's; null when it is not a local one. */
  @Nullable String folder(TerraformResource resource) {
    StringBuilder folder = new StringBuilder(".");
    Node.ObjectNode module = root;
    for (String name : resource.modules()) {
      Node.ObjectNode call = module == null ? null : call(module, name);
      Text source = call == null ? null : Members.text(call, "source");
      boolean local =
          source != null && (source.value().startsWith("./") || source.value().startsWith("../"));
      if (call == null || source == null || !local) {
        return null;
      }
      folder.append('/').append(source.value());
      module = Members.object(call, "module");
    }
    return folder.toString();
  }

  /** What an attribute of a resource refers to, as {@code data.aws_iam_policy_document.key}. */
  List<String> references(TerraformResource resource, String attribute) {
    Node.ObjectNode module = module(resource);
    List<String> references = new ArrayList<>();
    for (Node each : module == null ? List.<Node>of() : Members.list(module, "resources")) {
      if (each instanceof Node.ObjectNode one) {
        Text address = Members.text(one, "address");
        Node.ObjectNode expressions = Members.object(one, "expressions");
        Node.ObjectNode expression =
            expressions == null ? null : Members.object(expressions, attribute);
        if (address != null
            && address.value().equals(resource.localAddress())
            && expression != null) {
          for (Text reference : Members.texts(expression, "references")) {
            references.add(reference.value());
          }
        }
      }
    }
    return references;
  }
}
