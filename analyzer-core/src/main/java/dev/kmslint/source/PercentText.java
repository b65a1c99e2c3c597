package dev.kmslint.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoded text (RFC 3986), as the APIs of IAM and AWS Config write policies.
 *
 * <p>Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
 */
final class PercentText {
  private final String text;
  private final int[] origins;

  private PercentText(String text, int[] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** Whether text starts as a percent-encoded JSON object or string does. */
  static boolean isEncoded(String text) {
    return text.startsWith("%7B") || text.startsWith("%7b") || text.startsWith("%22");
  }

  /**
   * Decodes text; null when a percent sign is not followed by two digits, or bytes are no UTF-8.
   */
  static @Nullable PercentText decode(String text) {
    StringBuilder decoded = new StringBuilder(text.length());
    int[] origins = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      int first = at;
      if (text.charAt(at) != '%') {
        origins[decoded.length()] = at++;
        decoded.append(text.charAt(first));
        continue;
      }
      byte[] bytes = new byte[4];
      int length = 1;
      for (int i = 0; i < length; i++, at += 3) {
        int value = at + 2 < text.length() && text.charAt(at) == '%' ? hex(text, at + 1) : -1;
        if (value < 0) {
          return null;
        }
        bytes[i] = (byte) value;
        length = i > 0 || value < 0xC0 ? length : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
      }
      String one = new String(bytes, 0, length, StandardCharsets.UTF_8);
      if (one.indexOf('\uFFFD') >= 0) {
        return null;
      }
      for (int i = 0; i < one.length(); i++) {
        origins[decoded.length()] = first;
        decoded.append(one.charAt(i));
      }
    }
    origins[decoded.length()] = text.length();
    return new PercentText(decoded.toString(), Arrays.copyOf(origins, decoded.length() + 1));
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** The decoded text. */
  String text() {
    return text;
  }

  /** Which encoded character each decoded one starts with, and where the end is. */
  int[] origins() {
    return origins;
  }
}
