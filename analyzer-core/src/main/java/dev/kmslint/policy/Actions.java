package dev.kmslint.policy;

import dev.kmslint.source.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Action or NotAction element.
 *
 * @param negated whether it is NotAction: every action but the entries
 * @param location where the element's value stands
 */
public record Actions(
    boolean negated, SourceLocation nameLocation, SourceLocation location, List<Entry> entries) {

  /** The element's name in a policy. */
  public String element() {
    return negated ? "NotAction" : "Action";
  }

  /** Whether the element, with its negation, covers an action such as {@code kms:Decrypt}. */
  public boolean matches(String action) {
    return matchesLowerCase(LowerCase.of(action));
  }

  /** As {@link #matches}, for an action in lower case, as {@code kms:decrypt}. */
  public boolean matchesLowerCase(String action) {
    return (entryForLowerCase(action) == null) == negated;
  }

  /**
   * Whether the element may cover some action of a pattern; false only when it surely does not.
   *
   * @param pattern in lower case
   */
  public boolean mayCover(Glob pattern) {
    if (negated) {
      return true;
    }
    for (Entry entry : entries) {
      if (entry.pattern().intersects(pattern)) {
        return true;
      }
    }
    return false;
  }

  /** The first entry that names an action; null when none does. Ignores the negation. */
  public @Nullable Entry entryFor(String action) {
    return entryForLowerCase(LowerCase.of(action));
  }

  private @Nullable Entry entryForLowerCase(String action) {
    for (Entry entry : entries) {
      if (entry.matchesLowerCase(action)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * One entry: {@code *}, or a service prefix and a name with wildcards. Upper and lower case do
   * not matter.
   *
   * <p>Source:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
   *
   * @param text as written
   * @param service the prefix in lower case; empty for {@code *} and for text without a colon
   * @param name the part after the colon as written; the whole text where there is no colon
   * @param pattern the whole entry in lower case
   * @param isWellFormed whether it can mean anything: {@code *}, or {@code prefix:name} without a
   *     wildcard in the prefix
   */
  public record Entry(
      String text,
      String service,
      String name,
      Glob pattern,
      boolean isWellFormed,
      SourceLocation location) {
    static Entry of(String text, SourceLocation location) {
      int colon = text.indexOf(':');
      String lower = LowerCase.of(text);
      String service = colon < 0 ? "" : lower.substring(0, colon);
      String name = text.substring(colon + 1);
      boolean wellFormed = text.equals("*") || isWellFormed(service, name);
      return new Entry(text, service, name, Glob.of(lower), wellFormed, location);
    }

    /** Whether the entry is {@code *}: every action of every service. */
    public boolean isEverything() {
      return text.equals("*");
    }

    private static boolean isWellFormed(String service, String name) {
      if (service.isEmpty() || name.isEmpty()) {
        return false;
      }
      for (int i = 0; i < service.length(); i++) {
        char c = service.charAt(i);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
          return false;
        }
      }
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word && c != '*' && c != '?' && c != '_' && c != '-') {
          return false;
        }
      }
      return true;
    }

    /** Whether it names an action such as {@code kms:Decrypt}. */
    public boolean matches(String action) {
      return matchesLowerCase(LowerCase.of(action));
    }

    private boolean matchesLowerCase(String action) {
      return isWellFormed && pattern.matches(action);
    }
  }
}
