package dev.kmslint.report;

/**
 * Writes the text of XML and HTML. What neither can hold (control characters, lone surrogates) is
 * written out as {@link Printable} does, so that every text makes a well-formed document.
 */
final class Xml {
  private Xml() {}

  /** A text as it stands between tags and in quoted attributes. */
  static String escaped(String text) {
    String printable = Printable.of(text);
    StringBuilder out = new StringBuilder(printable.length() + 16);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Appends an attribute, with a space before it. */
  static void attribute(String name, String value, StringBuilder out) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  /** Appends an attribute that is a number. */
  static void attribute(String name, int value, StringBuilder out) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }
}
