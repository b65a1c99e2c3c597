package dev.kmslint.run;

import java.util.List;

/** The command line or the configuration is wrong, so that nothing can be done. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  /**
   * @param complaints at least one sentence, lower case, without a final period; those about a
   *     configuration start with its place
   */
  public UsageException(List<String> complaints) {
    super(String.join("\n", complaints), null, false, false);
    this.complaints = List.copyOf(complaints);
  }

  /** One complaint. */
  public UsageException(String complaint) {
    this(List.of(complaint));
  }

  /** What is wrong. */
  public List<String> complaints() {
    return complaints;
  }
}
