package dev.kmslint.source;

/**
 * What a plain YAML scalar is by the core schema of YAML 1.2.
 *
 * <p>Source: https://yaml.org/spec/1.2.2/#103-core-schema
 */
final class YamlScalar {
  private YamlScalar() {}

  static Node read(SourceLocation location, String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Node.NullNode(location);
      case "true", "True", "TRUE" -> new Node.BooleanNode(location, true);
      case "false", "False", "FALSE" -> new Node.BooleanNode(location, false);
      default ->
          isNumber(text)
              ? new Node.NumberNode(location, text)
              : new Node.StringNode(location, text);
    };
  }

  static boolean isNumber(String text) {
    if (text.startsWith("0o")) {
      return isAll(text, 2, "01234567");
    }
    if (text.startsWith("0x")) {
      return isAll(text, 2, "0123456789abcdefABCDEF");
    }
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    String unsigned = text.substring(i);
    if (unsigned.startsWith(".i") || unsigned.startsWith(".I")) {
      return unsigned.equals(".inf") || unsigned.equals(".Inf") || unsigned.equals(".INF");
    }
    if (unsigned.startsWith(".n") || unsigned.startsWith(".N")) {
      boolean nan = text.equals(".nan") || text.equals(".NaN");
      return nan || text.equals(".NAN");
    }
    int whole = digits(text, i);
    int end = whole;
    int fraction = 0;
    if (end < text.length() && text.charAt(end) == '.') {
      int after = digits(text, end + 1);
      fraction = after - end - 1;
      end = after;
    }
    if (whole == i && fraction == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static boolean isAll(String text, int from, String characters) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.length() > from;
  }
}
