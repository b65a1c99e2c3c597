package dev.kmslint.share;

import dev.kmslint.intake.SnapshotDescription;
import org.jspecify.annotations.Nullable;

/**
 * How a snapshot is encrypted. StorageEncryptionType says it where it is there; a snapshot without
 * it is encrypted with a KMS key or not at all.
 *
 * <p>Sources: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
 * and https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html
 */
enum Encryption {
  /** With a KMS key. */
  KMS,
  /** With a key that AWS owns, which has no policy that could be seen. */
  AWS_OWNED,
  NONE,
  /** The snapshot was not described. */
  NOT_GIVEN;

  static Encryption of(@Nullable SnapshotDescription snapshot) {
    if (snapshot == null) {
      return NOT_GIVEN;
    }
    String type = snapshot.encryptionType() == null ? "" : snapshot.encryptionType().value();
    if (type.equals("sse-rds")) {
      return AWS_OWNED;
    }
    if (type.equals("none")) {
      return NONE;
    }
    if (type.equals("sse-kms")) {
      return KMS;
    }
    if (snapshot.encrypted() == null) {
      return snapshot.kmsKeyId() == null ? NOT_GIVEN : KMS;
    }
    boolean encrypted = snapshot.encrypted().value().equals("true");
    return encrypted ? KMS : NONE;
  }
}
