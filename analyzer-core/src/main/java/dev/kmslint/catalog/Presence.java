package dev.kmslint.catalog;

/**
 * When a request holds a condition key, for the actions that can carry the key at all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys, "Availability"</a>
 */
public enum Presence {
  /** In every request for an action that carries the key. */
  ALWAYS,

  /** In some requests only, or AWS does not document when: both cases must be considered. */
  SOMETIMES,

  /** Only when the calling principal's account is a member of an organization. */
  ORGANIZATION_MEMBERS,

  /**
   * Only when an AWS service calls as its own service principal; never in a call by a user or role,
   * nor in a call that a service makes on behalf of one.
   */
  SERVICE_PRINCIPALS_ONLY,

  /** Not free: presence and value follow from who calls. */
  DERIVED_FROM_PRINCIPAL,

  /** Not free: presence and value follow from the resource that is called for. */
  DERIVED_FROM_RESOURCE
}
