package dev.kmslint.intake;

import dev.kmslint.source.Node;
import java.util.List;

/**
 * The output of {@code aws rds describe-db-cluster-snapshots} or {@code describe-db-snapshots}, or
 * one snapshot of it.
 */
final class DescribedSnapshots implements Carrier {
  private static final String CLUSTER_ARN = "DBClusterSnapshotArn";
  private static final String INSTANCE_ARN = "DBSnapshotArn";

  @Override
  public void read(Node.ObjectNode root, Intake found) {
    addAll(Members.list(root, "DBClusterSnapshots"), true, found);
    addAll(Members.list(root, "DBSnapshots"), false, found);
    if (Members.has(root, CLUSTER_ARN)) {
      found.add(snapshot(root, true));
    } else if (Members.has(root, INSTANCE_ARN)) {
      found.add(snapshot(root, false));
    }
  }

  private static void addAll(List<Node> snapshots, boolean cluster, Intake found) {
    for (Node snapshot : snapshots) {
      if (snapshot instanceof Node.ObjectNode object) {
        found.add(snapshot(object, cluster));
      }
    }
  }

  private static SnapshotDescription snapshot(Node.ObjectNode object, boolean cluster) {
    return new SnapshotDescription(
        object.location(),
        cluster,
        Members.text(object, cluster ? "DBClusterSnapshotIdentifier" : "DBSnapshotIdentifier"),
        Members.text(object, cluster ? CLUSTER_ARN : INSTANCE_ARN),
        Members.text(object, "Engine"),
        Members.text(object, "Status"),
        Members.text(object, "SnapshotType"),
        Members.text(object, cluster ? "StorageEncrypted" : "Encrypted"),
        Members.text(object, "StorageEncryptionType"),
        Members.text(object, "KmsKeyId"));
  }
}
