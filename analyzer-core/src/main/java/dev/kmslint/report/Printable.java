package dev.kmslint.report;

/**
 * Makes text from policies and paths fit for people's eyes: what a terminal would obey or not show
 * becomes visible, as {@code \u005Cu{202e}}.
 */
public final class Printable {
  private Printable() {}

  /**
   * The text with its control characters (C0, DEL and C1; line breaks and tabs too), bidirectional
   * controls, zero-width and other invisible characters, line separators and lone surrogates
   * written out.
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    out.append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      append(c, out);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Appends a character, written out where it has to be. */
  static void append(int c, StringBuilder out) {
    if (isVisible(c)) {
      out.appendCodePoint(c);
    } else {
      out.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }

  private static boolean isVisible(int c) {
    if (c >= ' ' && c <= '~') {
      return true;
    }
    if (c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800) {
      return false; // Letters and symbols that are blank.
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** How many columns a visible character takes: 2 for wide ones, 0 for marks on the one before. */
  static int columns(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
