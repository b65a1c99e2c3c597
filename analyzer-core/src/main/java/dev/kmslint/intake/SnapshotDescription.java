package dev.kmslint.intake;

import dev.kmslint.policy.Text;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of the output of {@code aws rds describe-db-cluster-snapshots} or {@code
 * describe-db-snapshots}. Members that it lacks, or that are null in it, are null.
 *
 * <p>Sources: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html
 * and https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html
 *
 * @param cluster whether it is a snapshot of a DB cluster, not of a DB instance
 * @param encrypted {@code true} or {@code false}: StorageEncrypted, or Encrypted of an instance
 * @param encryptionType StorageEncryptionType: {@code none}, {@code sse-rds} or {@code sse-kms}
 */
public record SnapshotDescription(
    SourceLocation location,
    boolean cluster,
    @Nullable Text identifier,
    @Nullable Text arn,
    @Nullable Text engine,
    @Nullable Text status,
    @Nullable Text snapshotType,
    @Nullable Text encrypted,
    @Nullable Text encryptionType,
    @Nullable Text kmsKeyId)
    implements Content {}
