package dev.kmslint.catalog;

/** Whether a request for an action can hold a condition key. */
public enum Carried {
  /** No request for this action holds the key: to a condition the key is absent. */
  NEVER,

  /** Some or all requests for this action hold the key; see {@link ConditionKeyInfo#presence}. */
  MAYBE,

  /** The key belongs to a service that the catalog has no table of. */
  UNKNOWN
}
