package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.source.Node;

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
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    if (root.get("Policy") instanceof Node.StringNode text && Members.has(root, "PolicyName")) {
      Documents.addPolicy(text, PolicyKind.KEY, "`get-key-policy` printed it", Setting.NONE, found);
      return;
    }
    Node.ObjectNode version = Members.object(root, "PolicyVersion");
    Node document =
        version != null
            ? version.get("Document")
            : Members.has(root, "PolicyName") ? root.get("PolicyDocument") : null;
    Documents.addPolicy(document, PolicyKind.IDENTITY, "IAM printed it", Setting.NONE, found);
  }
}
