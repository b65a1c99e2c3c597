package dev.kmslint.intake;

import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;

/**
 * The output of {@code aws organizations describe-policy}; its type tells a service control policy
 * from a resource control policy.
 *
 * <p>Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html
 */
final class OrganizationPolicy implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    Node.ObjectNode policy = Members.object(root, "Policy");
    Node.ObjectNode summary = policy == null ? null : Members.object(policy, "PolicySummary");
    Text type = summary == null ? null : Members.text(summary, "Type");
    if (policy == null || type == null) {
      return;
    }
    String why = "Organizations printed it";
    if (type.value().equals("SERVICE_CONTROL_POLICY")) {
      Documents.addPolicy(policy.get("Content"), PolicyKind.SCP, why, Setting.NONE, found);
    } else if (type.value().equals("RESOURCE_CONTROL_POLICY")) {
      Documents.addPolicy(policy.get("Content"), PolicyKind.RCP, why, Setting.NONE, found);
    }
  }
}
