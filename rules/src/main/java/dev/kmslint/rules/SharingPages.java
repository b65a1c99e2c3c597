package dev.kmslint.rules;

/** Pages of AWS about sharing snapshots and their keys. */
public final class SharingPages {
  private static final String AURORA =
      "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/";
  private static final String RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/";
  private static final String API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/";
  private static final String IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
  private static final String KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/";

  /** Sharing a DB cluster snapshot. */
  public static final String SHARE = AURORA + "aurora-share-snapshot.html";

  /** Sharing an encrypted DB cluster snapshot, with its key. */
  public static final String SHARE_ENCRYPTED = AURORA + "share-encrypted-snapshot.html";

  /** Public DB cluster snapshots. */
  public static final String SHARE_PUBLIC = AURORA + "aurora-share-snapshot.public.html";

  /** Copying a DB cluster snapshot. */
  public static final String COPY = AURORA + "aurora-copy-snapshot.html";

  /** Copying a DB cluster snapshot to another account. */
  public static final String COPY_ACROSS_ACCOUNTS =
      AURORA + "USER_CopyDBClusterSnapshot.CrossAccount.html";

  /** How Aurora encrypts. */
  public static final String ENCRYPTION = AURORA + "Overview.Encryption.html";

  /** Which keys Aurora uses, and what its users must be allowed. */
  public static final String KEYS = AURORA + "Overview.Encryption.Keys.html";

  /** Sharing a snapshot of a DB instance. */
  public static final String SHARE_INSTANCE = RDS + "USER_ShareSnapshot.html";

  /** The call that copies a DB cluster snapshot. */
  public static final String COPY_CALL = API + "API_CopyDBClusterSnapshot.html";

  /** The call that restores a DB cluster. */
  public static final String RESTORE_CALL = API + "API_RestoreDBClusterFromSnapshot.html";

  /** The call that shares a DB cluster snapshot. */
  public static final String SHARE_CALL = API + "API_ModifyDBClusterSnapshotAttribute.html";

  /** How policies of two accounts act together. */
  public static final String EVALUATION_ACROSS_ACCOUNTS =
      IAM + "reference_policies_evaluation-logic-cross-account.html";

  /** How explicit and implicit denies are decided. */
  public static final String EVALUATION =
      IAM + "reference_policies_evaluation-logic_policy-eval-denyallow.html";

  /** Permissions boundaries. */
  public static final String BOUNDARIES = IAM + "access_policies_boundaries.html";

  /** Service control policies. */
  public static final String SCPS =
      "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html";

  /** Resource control policies and KMS keys. */
  public static final String KMS_RCPS = KMS + "resource-control-policies.html";

  /** Calls that a service makes for the caller. */
  public static final String FORWARD_ACCESS = IAM + "access_forward_access_sessions.html";

  /** What a key can do in which state. */
  public static final String KEY_STATE = KMS + "key-state.html";

  /** The kinds of KMS keys. */
  public static final String KEY_KINDS = KMS + "concepts.html";

  /** How Amazon RDS uses KMS keys. */
  public static final String RDS_AND_KMS = KMS + "services-rds.html";

  /** Who may use multi-Region keys. */
  public static final String MULTI_REGION = KMS + "multi-region-keys-auth.html";

  /** What a grant is, and that it outlives a policy. */
  public static final String GRANTS = KMS + "grants.html";

  private SharingPages() {}
}
