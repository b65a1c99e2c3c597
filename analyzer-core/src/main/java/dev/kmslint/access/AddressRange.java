package dev.kmslint.access;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses in CIDR form; an address alone is a range of one. */
public final class AddressRange {
  private final byte[] bits;
  private final int prefix;

  /**
   * @param bits 4 bytes of IPv4, 16 of IPv6
   * @param prefix how many leading bits all its addresses share
   */
  private AddressRange(byte[] bits, int prefix) {
    this.bits = bits;
    this.prefix = prefix;
  }

  /** Reads {@code 203.0.113.0/24}, {@code 2001:db8::/32} or an address alone; null otherwise. */
  public static @Nullable AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bits = address.indexOf(':') >= 0 ? v6(address) : v4(address);
    if (bits == null) {
      return null;
    }
    int prefix = slash < 0 ? bits.length * 8 : decimal(text.substring(slash + 1), bits.length * 8);
    return prefix < 0 ? null : new AddressRange(bits, prefix);
  }

  private static byte @Nullable [] v4(String text) {
    byte[] bits = new byte[4];
    int part = 0;
    int start = 0;
    while (part < 4) {
      int dot = part < 3 ? text.indexOf('.', start) : text.length();
      int value = dot < 0 ? -1 : decimal(text.substring(start, dot), 255);
      if (value < 0) {
        return null;
      }
      bits[part++] = (byte) value;
      start = dot + 1;
    }
    return bits;
  }

  private static byte @Nullable [] v6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    byte[] head = groups(gap < 0 ? text : text.substring(0, gap));
    byte[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int known = head.length + tail.length;
    if (gap < 0 ? known != 16 : known > 14) {
      return null;
    }
    byte[] bits = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, bits, 16 - tail.length, tail.length);
    return bits;
  }

  private static byte @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new byte[0];
    }
    byte[] bits = new byte[16];
    int length = 0;
    int start = 0;
    while (start <= text.length()) {
      int colon = text.indexOf(':', start);
      String group = text.substring(start, colon < 0 ? text.length() : colon);
      if (colon < 0 && group.indexOf('.') >= 0) {
        byte[] last = v4(group);
        if (last == null || length > 12) {
          return null;
        }
        System.arraycopy(last, 0, bits, length, 4);
        length += 4;
      } else {
        int value = hexadecimal(group);
        if (value < 0 || length > 14) {
          return null;
        }
        bits[length++] = (byte) (value >> 8);
        bits[length++] = (byte) value;
      }
      if (colon < 0) {
        break;
      }
      start = colon + 1;
    }
    return Arrays.copyOf(bits, length);
  }

  private static int decimal(String text, int most) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value > most ? -1 : value;
  }

  private static int hexadecimal(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /** The first address: 4 bytes of IPv4, 16 of IPv6. */
  public byte[] bits() {
    return bits.clone();
  }

  /** How many leading bits all its addresses share. */
  public int prefix() {
    return prefix;
  }

  /** Whether this is a range of IPv6 addresses. */
  public boolean isV6() {
    return bits.length == 16;
  }

  /** Whether all addresses of another range are in this one. The two families are disjoint. */
  public boolean contains(AddressRange other) {
    return bits.length == other.bits.length
        && prefix <= other.prefix
        && samePrefix(other.bits, prefix);
  }

  /** Whether bits after the prefix are set, which mean nothing. */
  public boolean hasHostBits() {
    for (int i = prefix; i < bits.length * 8; i++) {
      if ((bits[i / 8] >> (7 - i % 8) & 1) == 1) {
        return true;
      }
    }
    return false;
  }

  private boolean samePrefix(byte[] others, int length) {
    for (int i = 0; i < length; i++) {
      int mask = 1 << (7 - i % 8);
      if ((bits[i / 8] & mask) != (others[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressRange range
        && range.prefix == prefix
        && Arrays.equals(range.bits, bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits) * 31 + prefix;
  }

  @Override
  public String toString() {
    return Arrays.toString(bits) + "/" + prefix;
  }
}
