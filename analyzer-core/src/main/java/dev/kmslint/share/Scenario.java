package dev.kmslint.share;

import dev.kmslint.intake.SnapshotRequest.Operation;
import java.util.List;

/**
 * An operation that needs a key of another account, as data.
 *
 * @param name the name in options and configuration
 * @param operation the call that the caller makes
 * @param cluster whether it is about DB cluster snapshots, not DB instance snapshots
 * @param obligations what the two accounts must allow
 * @param url the page of AWS that documents it
 */
public record Scenario(
    String name, Operation operation, boolean cluster, List<Obligation> obligations, String url) {

  /**
   * Something that must be allowed.
   *
   * @param target on what
   * @param via whether Amazon RDS makes the call for the caller (a forward access session)
   * @param grantForAwsResource whether the call is a CreateGrant that a service makes for itself,
   *     so that kms:GrantIsForAWSResource is true
   */
  public record Obligation(
      String action, Target target, Level level, boolean via, boolean grantForAwsResource) {}

  /** What an obligation is about. */
  public enum Target {
    /** The key that encrypts the shared snapshot. */
    SOURCE_KEY,
    /** The key that will encrypt the copy or the restored database. */
    TARGET_KEY,
    /** The snapshot. */
    SNAPSHOT
  }
}
