package dev.kmslint.source;

import org.jspecify.annotations.Nullable;

/**
 * How YAML writes scalars: which character of a value stands where. It walks through the written
 * text and the value at once and gives up where the two part, so that it never guesses.
 *
 * <p>Source: https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions and chapter 8
 */
final class YamlText {
  private final String text;
  private final int end;
  private int at;

  /** How a scalar is written: a quote, {@code |} or {@code >}, or 0 for plain text. */
  private char style;

  /** By how many spaces the lines of a block are indented; -1 until that is known. */
  private int shared = -1;

  private YamlText(SourceLocation location) {
    this.text = location.file().text();
    this.at = location.start();
    this.end = location.end();
  }

  /**
   * Where each character of a scalar's value stands in the file, and where its end does; null when
   * that cannot be told.
   */
  static int @Nullable [] offsets(SourceLocation location, String value) {
    return new YamlText(location).offsets(value);
  }

  private int @Nullable [] offsets(String value) {
    skipProperties();
    char first = at < end ? text.charAt(at) : 0;
    if (first == '"' || first == '\'') {
      style = first;
      at++;
    } else if (first == '|' || first == '>') {
      style = first;
      skipLine();
    }
    int[] offsets = new int[value.length() + 1];
    for (int i = 0; i < value.length(); i++) {
      if (!find(value, i)) {
        return null;
      }
      offsets[i] = at;
      i = take(value, i, offsets);
    }
    offsets[value.length()] = Math.min(at, end);
    return offsets;
  }

  /** Steps over a tag and an anchor. */
  private void skipProperties() {
    while (at < end && (text.charAt(at) == '!' || text.charAt(at) == '&')) {
      while (at < end && !isBlank(text.charAt(at)) && !isBreak(text.charAt(at))) {
        at++;
      }
      while (at < end && (isBlank(text.charAt(at)) || (style == 0 && isBreak(text.charAt(at))))) {
        at++;
      }
    }
  }

  private void skipLine() {
    while (at < end && !isBreak(text.charAt(at))) {
      at++;
    }
    at += breakLength();
    indented();
  }

  /** Goes to where the next character of the value is written, past what folding leaves out. */
  private boolean find(String value, int i) {
    char wanted = value.charAt(i);
    while (at < end) {
      char c = text.charAt(at);
      if (isBreak(c)) {
        if (wanted == '\n' || (wanted == ' ' && style != '|')) {
          return true;
        }
        at += breakLength();
        indented();
      } else if (c == '\\' && style == '"') {
        if (at + 1 < end && isBreak(text.charAt(at + 1))) {
          at++;
          at += breakLength();
          indented();
        } else {
          return true;
        }
      } else if (c == wanted) {
        return true;
      } else if (isBlank(c)) {
        at++;
      } else {
        return false;
      }
    }
    return wanted == '\n';
  }

  /** Steps over what a character of the value is written as; the index of its last unit. */
  private int take(String value, int i, int[] offsets) {
    if (at >= end) {
      return i;
    }
    char c = text.charAt(at);
    if (isBreak(c)) {
      at += breakLength();
      indented();
    } else if (c == '\'' && style == '\'') {
      at += 2;
    } else if (c == '\\' && style == '"') {
      char kind = at + 1 < end ? text.charAt(at + 1) : 0;
      boolean wide = kind == 'U' && Character.isHighSurrogate(value.charAt(i));
      if (wide && i + 1 < value.length()) {
        offsets[i + 1] = at;
      }
      at += kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
      return wide ? i + 1 : i;
    } else {
      at++;
    }
    return i;
  }

  /** Steps over the indentation of a line, but not over more of a block than its lines share. */
  private void indented() {
    int from = at;
    while (at < end && isBlank(text.charAt(at)) && (isFlow() || at - from < indentation(from))) {
      at++;
    }
  }

  private int indentation(int from) {
    if (shared < 0) {
      int i = from;
      int line = from;
      while (i < end && (text.charAt(i) == ' ' || isBreak(text.charAt(i)))) {
        line = isBreak(text.charAt(i)) ? i + 1 : line;
        i++;
      }
      shared = i - line;
    }
    return shared;
  }

  private boolean isFlow() {
    return style != '|' && style != '>';
  }

  private int breakLength() {
    if (at >= end) {
      return 0;
    }
    return text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n' ? 2 : 1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
