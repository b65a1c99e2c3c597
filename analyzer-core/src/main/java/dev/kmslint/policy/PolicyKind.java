package dev.kmslint.policy;

/** What a policy is attached to; everything else about it depends on this. */
public enum PolicyKind {
  /** The resource policy of a KMS key. */
  KEY("key policy", true),
  /** A policy of a user, group or role. */
  IDENTITY("identity policy", false),
  /** A permissions boundary of a user or role. */
  BOUNDARY("permissions boundary", false),
  /** A policy passed when a session is made. */
  SESSION("session policy", false),
  /** A service control policy of AWS Organizations. */
  SCP("service control policy", false),
  /** A resource control policy of AWS Organizations. */
  RCP("resource control policy", true),
  /** The trust policy of a role. */
  TRUST("trust policy", true),
  /** The resource policy of something that is no KMS key. */
  RESOURCE("resource policy", true);

  private final String title;
  private final boolean hasPrincipal;

  PolicyKind(String title, boolean hasPrincipal) {
    this.title = title;
    this.hasPrincipal = hasPrincipal;
  }

  /** What people call it, in the middle of a sentence. */
  public String title() {
    return title;
  }

  /** Whether its statements name principals. */
  public boolean hasPrincipal() {
    return hasPrincipal;
  }

  /** Whether it says what the identity that it is attached to, or passed for, may do. */
  public boolean isIdentitySide() {
    return !hasPrincipal;
  }
}
