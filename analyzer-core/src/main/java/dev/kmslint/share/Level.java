package dev.kmslint.share;

/** How much a sharing hangs on an obligation. */
public enum Level {
  /** Without it the operation fails: there is evidence. */
  REQUIRED("required"),
  /** AWS's example has it. */
  DOCUMENTED("documented"),
  /** A permission of another service, or on another key: often in a policy that was not given. */
  ELSEWHERE("elsewhere"),
  /** Useful, not needed. */
  OPTIONAL("optional");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
