package dev.kmslint.catalog;

/**
 * The type of a condition key's value, which decides the condition operators that fit.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public enum ValueType {
  /** Text. */
  STRING,
  /** {@code true} or {@code false}. */
  BOOL,
  /** A number. */
  NUMERIC,
  /** A point in time, written in ISO 8601 or as seconds since 1970. */
  DATE,
  /** An IPv4 or IPv6 address. */
  IP,
  /** An Amazon Resource Name. */
  ARN,
  /** Base-64 text. */
  BINARY
}
