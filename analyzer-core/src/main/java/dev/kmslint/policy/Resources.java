package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import java.util.List;

/**
 * A Resource or NotResource element.
 *
 * @param negated whether it is NotResource: everything but the entries
 * @param location where the element's value stands
 */
public record Resources(
    boolean negated, SourceLocation nameLocation, SourceLocation location, List<Entry> entries) {

  /** The element's name in a policy. */
  public String element() {
    return negated ? "NotResource" : "Resource";
  }

  /**
   * One entry.
   *
   * @param text as written
   * @param template the pattern; variables count only after the fifth colon and only under Version
   *     2012-10-17
   */
  public record Entry(String text, Template template, SourceLocation location) {
    /** Whether the entry is {@code *}. */
    public boolean isEverything() {
      return text.equals("*");
    }
  }
}
