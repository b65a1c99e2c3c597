package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call that copies or restores a snapshot, as {@code --cli-input-json} takes
 * them. Members that it lacks are null.
 *
 * <p>Sources:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html,
 * API_RestoreDBClusterFromSnapshot.html, API_CopyDBSnapshot.html and
 * API_RestoreDBInstanceFromDBSnapshot.html beside it
 *
 * @param operation which call it is
 * @param snapshot the source snapshot's identifier or ARN
 * @param kmsKeyId the key for the copy or the restored database
 */
public record SnapshotRequest(
    SourceLocation location, Operation operation, @Nullable Text snapshot, @Nullable Text kmsKeyId)
    implements Content {
  /** The calls. */
  public enum Operation {
    COPY_CLUSTER_SNAPSHOT,
    RESTORE_CLUSTER,
    COPY_INSTANCE_SNAPSHOT,
    RESTORE_INSTANCE
  }
}
