package dev.kmslint.report;

import java.nio.charset.StandardCharsets;

/** Paths as references that RFC 3986 allows: everything but plain characters percent-encoded. */
final class RelativeUri {
  private static final String PLAIN = "-._~@+,=";
  private static final String HEX = "0123456789ABCDEF";

  private RelativeUri() {}

  /**
   * The reference to a file.
   *
   * @param path relative, with {@code /} between its parts
   */
  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 8);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '/' || PLAIN.indexOf(c) >= 0) {
        uri.append((char) c);
      } else {
        uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return uri.toString();
  }
}
