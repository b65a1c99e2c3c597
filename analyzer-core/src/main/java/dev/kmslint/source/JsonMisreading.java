package dev.kmslint.source;

/** Says in a reader's words why text stops being JSON. */
final class JsonMisreading {
  private JsonMisreading() {}

  /**
   * Looks around the place where the parser gave up.
   *
   * @param reported the parser's offset, which can be one or a few characters late
   */
  static JacksonReader.Misread explain(String text, int reported) {
    int at = Math.max(0, Math.min(reported, text.length()));
    int before = lastInk(text, at - 1);
    if (lastInk(text, text.length() - 1) < 0) {
      return new JacksonReader.Misread(0, "the file is empty");
    }
    int word = wordStart(text, at);
    int wordEnd = wordEnd(text, at);
    if (word < wordEnd && isNoValue(text.substring(word, wordEnd))) {
      String shown = text.substring(word, Math.min(wordEnd, word + 20));
      return new JacksonReader.Misread(word, "`" + shown + "` is not expected here");
    }
    int here = nextInk(text, at);
    if (here >= text.length()) {
      int last = lastInk(text, text.length() - 1);
      char end = text.charAt(last);
      return found(text, last, end, "the text ends before the JSON value is complete");
    }
    char c = text.charAt(here);
    if ((c == '}' || c == ']') && before >= 0 && text.charAt(before) == ',') {
      return new JacksonReader.Misread(before, "there is a trailing comma before `" + c + "`");
    }
    if (before >= 0 && at <= text.length() && before == at - 1) {
      char b = text.charAt(before);
      if ((b == '}' || b == ']') && nextToLastInkIsComma(text, before)) {
        int comma = lastInk(text, before - 1);
        return new JacksonReader.Misread(comma, "there is a trailing comma before `" + b + "`");
      }
    }
    return found(text, here, c, "`" + shown(c) + "` is not expected here");
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isNoValue(String word) {
    return !word.equals("true") && !word.equals("false") && !word.equals("null");
  }

  private static JacksonReader.Misread found(String text, int at, char c, String otherwise) {
    if (c == '/' || c == '#') {
      return new JacksonReader.Misread(at, "there is a comment, and JSON has none");
    }
    if (c == '\'') {
      return new JacksonReader.Misread(
          at, "there is a single quote where JSON wants a double quote");
    }
    if (c == '\u201C' || c == '\u201D' || c == '\u2018' || c == '\u2019') {
      return new JacksonReader.Misread(
          at, "there is a typographic quote where JSON wants a double quote");
    }
    if (c == 0) {
      return new JacksonReader.Misread(at, "there is a NUL character: this is not JSON text");
    }
    if ((c == '\n' || c == '\r' || c < ' ') && at < text.length()) {
      return new JacksonReader.Misread(
          at, "there is a line break or control character inside a string");
    }
    return new JacksonReader.Misread(at, otherwise);
  }

  private static boolean nextToLastInkIsComma(String text, int closing) {
    int i = lastInk(text, closing - 1);
    return i >= 0 && text.charAt(i) == ',';
  }

  private static int lastInk(String text, int from) {
    int i = Math.min(from, text.length() - 1);
    while (i >= 0 && isBlank(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static int nextInk(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static String shown(char c) {
    return c < ' ' || c > '~'
        ? "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(java.util.Locale.ROOT)
        : String.valueOf(c);
  }
}
