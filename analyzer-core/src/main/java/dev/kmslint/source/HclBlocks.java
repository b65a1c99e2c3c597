package dev.kmslint.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds blocks in Terraform's configuration language by the words with which they start, as {@code
 * resource "aws_kms_key" "orders"}. Knows comments, strings and heredocs, and nothing else.
 *
 * <p>Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
public final class HclBlocks {
  private final SourceFile file;
  private final String text;
  private int at;

  private HclBlocks(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /**
   * The places of all blocks outside of others that start with some words: of those words.
   *
   * @param path the name of the file in reports
   */
  public static List<SourceLocation> find(String path, byte[] bytes, List<String> words) {
    return new HclBlocks(TextDecoder.decode(path, bytes).file()).find(words);
  }

  private List<SourceLocation> find(List<String> words) {
    List<SourceLocation> found = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int start = 0;
    int end = 0;
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        row.clear();
        at++;
      } else if (c <= ' ') {
        at++;
      } else if (isComment()) {
        skipComment();
      } else if (c == '{' || c == '[' || c == '(') {
        if (c == '{' && depth == 0 && row.equals(words)) {
          found.add(new SourceLocation(file, start, end, Pointer.ROOT));
        }
        depth++;
        at++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth = Math.max(0, depth - 1);
        row.clear();
        at++;
      } else if (text.startsWith("<<", at)) {
        skipHeredoc();
        row.clear();
      } else {
        start = row.isEmpty() ? at : start;
        row.add(word());
        end = at;
      }
    }
    return found;
  }

  private boolean isComment() {
    return text.charAt(at) == '#' || text.startsWith("//", at) || text.startsWith("/*", at);
  }

  private void skipComment() {
    boolean block = text.startsWith("/*", at);
    int close = text.indexOf(block ? "*/" : "\n", at + (block ? 2 : 0));
    at = close < 0 ? text.length() : block ? close + 2 : close;
  }

  /** A string without its quotes, or characters up to the next that mean something. */
  private String word() {
    int start = at;
    if (text.charAt(at) == '"') {
      skipString();
      return at - start < 2 ? "" : text.substring(start + 1, at - 1);
    }
    do {
      at++;
    } while (at < text.length() && " \t\r\n\"{}[]()#".indexOf(text.charAt(at)) < 0 && !isComment());
    return text.substring(start, at);
  }

  /** Steps over a string; in it, what stands in a template can hold strings again. */
  private void skipString() {
    Deque<Character> inside = new ArrayDeque<>();
    inside.push('"');
    at++;
    while (at < text.length() && !inside.isEmpty()) {
      char c = text.charAt(at);
      boolean quoted = inside.peek() == '"';
      if (quoted && c == '\\') {
        at++;
      } else if (quoted && (text.startsWith("${", at) || text.startsWith("%{", at))) {
        inside.push('{');
        at++;
      } else if (quoted && c == '"') {
        inside.pop();
      } else if (!quoted && (c == '"' || c == '{')) {
        inside.push(c);
      } else if (!quoted && c == '}') {
        inside.pop();
      }
      at++;
    }
    at = Math.min(at, text.length());
  }

  private void skipHeredoc() {
    int from = at + 2;
    from += from < text.length() && text.charAt(from) == '-' ? 1 : 0;
    int lineEnd = text.indexOf('\n', from);
    String mark = lineEnd < 0 ? "" : text.substring(from, lineEnd).trim();
    at = lineEnd < 0 || mark.isEmpty() ? Math.min(from, text.length()) : lineEnd + 1;
    while (!mark.isEmpty() && at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      boolean last = text.substring(at, end).trim().equals(mark);
      at = Math.min(end + 1, text.length());
      if (last) {
        return;
      }
    }
  }
}
