package dev.kmslint.report;

/** Takes the marks of Markdown out of a rule's page, for viewers that show plain text only. */
final class PlainText {
  private PlainText() {}

  static String of(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length());
    boolean code = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        out.append(line).append('\n');
      } else {
        appendProse(line, out);
        out.append('\n');
      }
    }
    return out.toString().strip() + "\n";
  }

  private static void appendProse(String line, StringBuilder out) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == '#') {
      i++;
    }
    if (i > 0 && i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    boolean quoted = false;
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      int middle = c == '[' && !quoted ? line.indexOf("](", i) : -1;
      int end = middle < 0 ? -1 : line.indexOf(')', middle);
      if (end > 0) {
        out.append(line, i + 1, middle).append(" (").append(line, middle + 2, end).append(')');
        i = end;
      } else if (c == '`') {
        quoted = !quoted;
      } else if (c != '*' || quoted) {
        out.append(c);
      }
    }
  }
}
