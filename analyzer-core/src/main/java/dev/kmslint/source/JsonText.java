package dev.kmslint.source;

import org.jspecify.annotations.Nullable;

/** How JSON writes strings: which character of a value stands where. */
public final class JsonText {
  private JsonText() {}

  /**
   * Where each character of a string's value stands in the file, and where its end does; null when
   * what is written there is not this value.
   */
  static int @Nullable [] offsets(SourceLocation location, String value) {
    String text = location.file().text();
    int last = location.end() - 1;
    if (location.start() >= last || text.charAt(location.start()) != '"') {
      return null;
    }
    int[] offsets = new int[value.length() + 1];
    int at = location.start() + 1;
    for (int i = 0; i < value.length(); i++) {
      offsets[i] = at;
      int length = 1;
      int written = at < last ? text.charAt(at) : -1;
      if (written == '\\' && at + 1 < last) {
        length = text.charAt(at + 1) == 'u' ? 6 : 2;
        written = at + length <= last ? unescaped(text, at + 1) : -1;
      }
      if (written != value.charAt(i)) {
        return null;
      }
      at += length;
    }
    offsets[value.length()] = at;
    return at == last ? offsets : null;
  }

  /**
   * The character that an escape stands for; -1 for {@code u} without four hexadecimal digits.
   *
   * @param at the index behind the backslash
   */
  public static int unescaped(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> hex(text, at + 1);
      default -> c;
    };
  }

  private static int hex(String text, int from) {
    int code = 0;
    if (from + 4 > text.length()) {
      return -1;
    }
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
