package dev.kmslint.share;

/** Whose policies or facts a gap lies in. */
public enum Side {
  /** The key policy. */
  KEY_POLICY("key policy"),
  /** The identity policies of the other account. */
  IDENTITY("identity policy"),
  BOUNDARY("permissions boundary"),
  SESSION("session policy"),
  SCP("service control policy"),
  RCP("resource control policy"),
  /** What is known of the key. */
  KEY("key"),
  /** What is known of the snapshot and of whom it is shared with. */
  SNAPSHOT("snapshot"),
  /** The copy or restore request. */
  REQUEST("request"),
  /** What was said about the caller. */
  CALLER("caller");

  private final String title;

  Side(String title) {
    this.title = title;
  }

  /** What people call it, in the middle of a sentence. */
  public String title() {
    return title;
  }
}
