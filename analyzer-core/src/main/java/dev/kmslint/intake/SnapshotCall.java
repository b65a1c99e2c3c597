package dev.kmslint.intake;

import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.source.Node;

/** The parameters of a call that copies or restores a snapshot; its members tell which call. */
final class SnapshotCall implements Carrier {
  @Override
  public void read(Node.ObjectNode root, Intake found) {
    if (Members.has(root, "SourceDBClusterSnapshotIdentifier")) {
      add(root, Operation.COPY_CLUSTER_SNAPSHOT, "SourceDBClusterSnapshotIdentifier", found);
    } else if (Members.has(root, "SourceDBSnapshotIdentifier")) {
      add(root, Operation.COPY_INSTANCE_SNAPSHOT, "SourceDBSnapshotIdentifier", found);
    } else if (Members.has(root, "SnapshotIdentifier")
        && Members.has(root, "DBClusterIdentifier")) {
      add(root, Operation.RESTORE_CLUSTER, "SnapshotIdentifier", found);
    } else if (Members.has(root, "DBInstanceIdentifier") && !isDescription(root)) {
      if (Members.has(root, "DBSnapshotIdentifier")) {
        add(root, Operation.RESTORE_INSTANCE, "DBSnapshotIdentifier", found);
      } else if (Members.has(root, "DBClusterSnapshotIdentifier")) {
        add(root, Operation.RESTORE_INSTANCE, "DBClusterSnapshotIdentifier", found);
      }
    }
  }

  /** A description of a snapshot names its DB instance too. */
  private static boolean isDescription(Node.ObjectNode root) {
    return Members.has(root, "DBSnapshotArn") || Members.has(root, "DBClusterSnapshotArn");
  }

  private static void add(
      Node.ObjectNode root, Operation operation, String snapshot, Intake found) {
    found.add(
        new SnapshotRequest(
            root.location(),
            operation,
            Members.text(root, snapshot),
            Members.text(root, "KmsKeyId")));
  }
}
