package dev.kmslint.policy;

import java.util.Locale;

/** Puts text in lower case, as {@link String#toLowerCase(Locale)} does, with less work. */
public final class LowerCase {
  private LowerCase() {}

  /** A text in lower case, by the rules of no language. */
  public static String of(String text) {
    char[] lower = text.toCharArray();
    boolean changed = false;
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      if (c > 'z') {
        return text.toLowerCase(Locale.ROOT);
      }
      if (c >= 'A' && c <= 'Z') {
        lower[i] = (char) (c + ('a' - 'A'));
        changed = true;
      }
    }
    return !changed ? text : new String(lower);
  }
}
