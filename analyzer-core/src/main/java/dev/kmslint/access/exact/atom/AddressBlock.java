package dev.kmslint.access.exact.atom;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A block of IPv4 or IPv6 addresses in CIDR notation; without a prefix it is one address. No IPv4
 * address is in a block of IPv6.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 *
 * @param bits 32 or 128
 */
record AddressBlock(int bits, BigInteger first, BigInteger last) {
  /** Reads a block; null when the text is none. */
  static @Nullable AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    boolean six = host.indexOf(':') >= 0;
    int bits = six ? 128 : 32;
    BigInteger address = six ? version6(host) : version4(host);
    int prefix = slash < 0 ? bits : decimal(text.substring(slash + 1), bits);
    if (address == null || prefix < 0) {
      return null;
    }
    BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
    BigInteger first = address.subtract(address.mod(size));
    return new AddressBlock(bits, first, first.add(size).subtract(BigInteger.ONE));
  }

  boolean contains(AddressBlock other) {
    return bits == other.bits
        && first.compareTo(other.first) <= 0
        && last.compareTo(other.last) >= 0;
  }

  private static @Nullable BigInteger version4(String text) {
    long address = 0;
    int from = 0;
    for (int part = 0; part < 4; part++) {
      int dot = part < 3 ? text.indexOf('.', from) : text.length();
      int number = dot < 0 ? -1 : decimal(text.substring(from, dot), 255);
      if (number < 0) {
        return null;
      }
      address = address << 8 | number;
      from = dot + 1;
    }
    return BigInteger.valueOf(address);
  }

  private static @Nullable BigInteger version6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] all = groups(text);
      return all == null || all.length != 8 ? null : join(all, new int[0]);
    }
    int[] head = groups(text.substring(0, gap));
    int[] tail = groups(text.substring(gap + 2));
    return head == null || tail == null || head.length + tail.length > 7 ? null : join(head, tail);
  }

  private static BigInteger join(int[] head, int[] tail) {
    BigInteger address = BigInteger.ZERO;
    for (int i = 0; i < 8; i++) {
      int back = i - (8 - tail.length);
      int group = i < head.length ? head[i] : back >= 0 ? tail[back] : 0;
      address = address.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return address;
  }

  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    if (parts.length > 8) {
      return null;
    }
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].length() > 4) {
        return null;
      }
      for (int k = 0; k < parts[i].length(); k++) {
        int digit = Character.digit(parts[i].charAt(k), 16);
        if (digit < 0) {
          return null;
        }
        groups[i] = groups[i] << 4 | digit;
      }
    }
    return groups;
  }

  private static int decimal(String text, int greatest) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number <= greatest ? number : -1;
  }

  /** The text of one address. */
  static String text(int bits, BigInteger address) {
    StringBuilder text = new StringBuilder();
    int step = bits == 32 ? 8 : 16;
    int mask = (1 << step) - 1;
    for (int shift = bits - step; shift >= 0; shift -= step) {
      int part = address.shiftRight(shift).intValue() & mask;
      text.append(bits == 32 ? Integer.toString(part) : Integer.toHexString(part));
      text.append(shift == 0 ? "" : bits == 32 ? "." : ":");
    }
    return text.toString();
  }
}
