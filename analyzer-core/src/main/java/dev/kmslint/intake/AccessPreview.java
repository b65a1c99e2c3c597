package dev.kmslint.intake;

import dev.kmslint.policy.Arn;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.policy.Text;
import dev.kmslint.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an access preview of IAM Access Analyzer, and the input of {@code aws
 * accessanalyzer create-access-preview}, where it stands under the resource's ARN.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_KmsKeyConfiguration.html and
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAccessPreview.html
 */
final class AccessPreview implements Carrier {
  private static final String WHY = "it is the key policy of an access preview";

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    configuration(root, null, found);
    Node.ObjectNode all = Members.object(root, "configurations");
    if (all != null) {
      for (Node.Member each : all.members()) {
        if (each.value() instanceof Node.ObjectNode one) {
          configuration(one, new Text(each.name(), each.nameLocation()), found);
        }
      }
    }
  }

  private static void configuration(Node.ObjectNode object, @Nullable Text name, Intake found) {
    Arn arn = name == null ? null : Arn.parse(name.value());
    Node.ObjectNode key = Members.object(object, "kmsKey");
    Node.ObjectNode policies = key == null ? null : Members.object(key, "keyPolicies");
    if (key != null && policies != null) {
      Text account = arn == null || name == null ? null : new Text(arn.account(), name.location());
      Setting setting =
          arn == null
              ? Setting.NONE
              : Setting.ofKey(
                  new KeyDescription(key.location(), name, account, null, null, null, null, null));
      Documents.addPolicy(policies.get("default"), PolicyKind.KEY, WHY, setting, found);
    }
    snapshot(object, "rdsDbClusterSnapshot", true, name, found);
    snapshot(object, "rdsDbSnapshot", false, name, found);
  }

  private static void snapshot(
      Node.ObjectNode object, String member, boolean cluster, @Nullable Text arn, Intake found) {
    Node.ObjectNode snapshot = Members.object(object, member);
    if (snapshot == null) {
      return;
    }
    found.add(
        new SnapshotDescription(
            snapshot.location(),
            cluster,
            null,
            arn,
            null,
            null,
            null,
            null,
            null,
            Members.text(snapshot, "kmsKeyId")));
    Node.ObjectNode attributes = Members.object(snapshot, "attributes");
    Node.ObjectNode restore = attributes == null ? null : Members.object(attributes, "restore");
    if (restore != null) {
      found.add(
          new SnapshotAttributes(
              snapshot.location(),
              cluster,
              arn,
              Members.texts(restore, "accountIds"),
              restore.location()));
    }
  }
}
