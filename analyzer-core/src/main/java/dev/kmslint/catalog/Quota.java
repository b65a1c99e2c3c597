package dev.kmslint.catalog;

/**
 * A documented limit.
 *
 * @param name what is limited
 * @param limit the greatest value that every account is allowed; for a raisable quota the default
 * @param most the greatest value that any account can have; equal to {@code limit} when the quota
 *     cannot be raised
 * @param unit what is counted
 * @param asOf the date of the statement, {@code YYYY-MM-DD}
 * @param url AWS's page, or the announcement where no page says it
 */
public record Quota(Name name, int limit, int most, Unit unit, String asOf, String url) {

  /** What is limited. */
  public enum Name {
    /** The size of a KMS key policy. */
    KEY_POLICY,
    /** The size of a customer managed IAM policy. */
    MANAGED_POLICY,
    /** The sum of all inline policies of one IAM user. */
    INLINE_POLICIES_OF_USER,
    /** The sum of all inline policies of one IAM group. */
    INLINE_POLICIES_OF_GROUP,
    /** The sum of all inline policies of one IAM role. */
    INLINE_POLICIES_OF_ROLE,
    /** The size of a role's trust policy. */
    TRUST_POLICY,
    /** The size of the session policy passed as text; AWS also limits its packed form. */
    SESSION_POLICY,
    /** The size of a service control policy. */
    SERVICE_CONTROL_POLICY,
    /** The size of a resource control policy. */
    RESOURCE_CONTROL_POLICY,
    /** The accounts that one manual RDS or Aurora snapshot can be shared with. */
    SNAPSHOT_SHARED_ACCOUNTS
  }

  /** What is counted. */
  public enum Unit {
    /** Bytes of the UTF-8 text as it is sent, white space included. */
    BYTES,
    /** Characters, white space outside of strings not counted. */
    CHARACTERS_WITHOUT_WHITE_SPACE,
    /** Characters, white space included. */
    CHARACTERS,
    /** Things. */
    ITEMS
  }
}
