package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.PolicyReader;
import dev.kmslint.source.Document;
import dev.kmslint.source.EmbeddedJson;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code aws kms get-key-policy}, where the policy is text, and of {@code aws iam
 * get-policy-version}, {@code get-role-policy}, {@code get-user-policy} and {@code
 * get-group-policy}.
 *
 * <p>Sources: https://docs.aws.amazon.com/cli/latest/reference/kms/get-key-policy.html,
 * https://docs.aws.amazon.com/cli/latest/reference/iam/get-policy-version.html and
 * https://docs.aws.amazon.com/cli/latest/reference/iam/get-role-policy.html
 */
final class PolicyOutput implements Carrier {
  /** A policy inside an output; the node is null when its text could not be read. */
  private record Enclosed(
      @Nullable Node policy, List<SyntaxFault> faults, PolicyKind kind, String why) {}

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    Enclosed enclosed = enclosed(root);
    if (enclosed == null) {
      return;
    }
    found.addAll(enclosed.faults());
    if (enclosed.policy() != null) {
      found.add(
          new Content.FoundPolicy(
              PolicyReader.read(enclosed.policy(), enclosed.kind()), true, enclosed.why()));
    }
  }

  /** The policy in such an output; null when there is none. */
  static @Nullable Node policy(Node.ObjectNode root) {
    Enclosed enclosed = enclosed(root);
    return enclosed == null ? null : enclosed.policy();
  }

  private static @Nullable Enclosed enclosed(Node.ObjectNode root) {
    if (root.get("Policy") instanceof Node.StringNode text && Members.has(root, "PolicyName")) {
      return read(text, PolicyKind.KEY, "`get-key-policy` printed it");
    }
    Node.ObjectNode version = Members.object(root, "PolicyVersion");
    Node document =
        version != null
            ? version.get("Document")
            : Members.has(root, "PolicyName") ? root.get("PolicyDocument") : null;
    return document == null ? null : read(document, PolicyKind.IDENTITY, "IAM printed it");
  }

  private static @Nullable Enclosed read(Node node, PolicyKind kind, String why) {
    if (node instanceof Node.ObjectNode) {
      return new Enclosed(node, List.of(), kind, why);
    }
    if (!(node instanceof Node.StringNode text)) {
      return null;
    }
    Document inner = EmbeddedJson.read(text);
    return new Enclosed(inner.root(), inner.faults(), kind, why);
  }
}
