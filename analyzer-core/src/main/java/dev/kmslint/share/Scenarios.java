package dev.kmslint.share;

import dev.kmslint.intake.SnapshotRequest;
import dev.kmslint.intake.SnapshotRequest.Operation;
import dev.kmslint.share.Scenario.Obligation;
import dev.kmslint.share.Scenario.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios that kmslint can prove.
 *
 * <p>Required are {@code kms:CreateGrant} and {@code kms:DescribeKey}: "the user ... must have
 * permissions to call kms:CreateGrant and kms:DescribeKey", and with everything but CreateGrant the
 * copy fails. The rest of AWS's example is documented. Sources:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/share-encrypted-snapshot.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
public final class Scenarios {
  private static final String AURORA =
      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/share-encrypted-snapshot.html";
  private static final String RDS =
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html";

  private static final List<Scenario> ALL =
      List.of(
          scenario(
              "aurora-snapshot-copy",
              Operation.COPY_CLUSTER_SNAPSHOT,
              "rds:CopyDBClusterSnapshot",
              AURORA),
          scenario(
              "aurora-snapshot-restore",
              Operation.RESTORE_CLUSTER,
              "rds:RestoreDBClusterFromSnapshot",
              AURORA),
          scenario(
              "rds-snapshot-copy", Operation.COPY_INSTANCE_SNAPSHOT, "rds:CopyDBSnapshot", RDS),
          scenario(
              "rds-snapshot-restore",
              Operation.RESTORE_INSTANCE,
              "rds:RestoreDBInstanceFromDBSnapshot",
              RDS));

  private Scenarios() {}

  private static Scenario scenario(String name, Operation operation, String call, String url) {
    boolean cluster =
        operation == Operation.COPY_CLUSTER_SNAPSHOT || operation == Operation.RESTORE_CLUSTER;
    List<Obligation> obligations = new ArrayList<>();
    obligations.add(key("kms:CreateGrant", Level.REQUIRED, true));
    obligations.add(key("kms:DescribeKey", Level.REQUIRED, false));
    for (String action :
        List.of(
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyWithoutPlaintext")) {
      obligations.add(key(action, Level.DOCUMENTED, false));
    }
    obligations.add(new Obligation(call, Target.SNAPSHOT, Level.ELSEWHERE, false, false));
    obligations.add(
        new Obligation("kms:CreateGrant", Target.TARGET_KEY, Level.ELSEWHERE, true, true));
    obligations.add(
        new Obligation("kms:DescribeKey", Target.TARGET_KEY, Level.ELSEWHERE, true, false));
    return new Scenario(name, operation, cluster, List.copyOf(obligations), url);
  }

  private static Obligation key(String action, Level level, boolean grant) {
    return new Obligation(action, Target.SOURCE_KEY, level, true, grant);
  }

  /** All scenarios, the first one the usual one. */
  public static List<Scenario> all() {
    return ALL;
  }

  /** The scenario of that name; null when there is none. */
  public static @Nullable Scenario named(String name) {
    for (Scenario scenario : ALL) {
      if (scenario.name().equals(name)) {
        return scenario;
      }
    }
    return null;
  }

  /** The scenario that a request shows; the usual one without a request. */
  public static Scenario of(@Nullable SnapshotRequest request) {
    if (request != null) {
      for (Scenario scenario : ALL) {
        if (scenario.operation() == request.operation()) {
          return scenario;
        }
      }
    }
    return ALL.get(0);
  }
}
