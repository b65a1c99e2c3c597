package dev.kmslint.intake;

import dev.kmslint.source.Pointer;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * Comments of YAML files that accept findings: {@code # kmslint: ignore RULE[, RULE...] -- reason}.
 * One at the end of a line is about what the line starts; one on a line of its own is about what
 * the next line starts.
 */
public final class IgnoreComments {
  /** With what such a comment starts. */
  public static final String MARK = "# kmslint: ignore ";

  private final SourceFile file;
  private final List<InlineSuppression> found = new ArrayList<>();

  private IgnoreComments(SourceFile file) {
    this.file = file;
  }

  /** Those of a file. */
  public static List<InlineSuppression> of(SourceFile file) {
    IgnoreComments comments = new IgnoreComments(file);
    int lines = file.lineCount();
    for (int line = 1; line <= lines; line++) {
      int at = file.line(line).indexOf(MARK);
      if (at >= 0) {
        comments.read(line, at);
      }
    }
    return List.copyOf(comments.found);
  }

  private void read(int line, int at) {
    String text = file.line(line);
    boolean alone = text.substring(0, at).isBlank();
    if (!alone && !Character.isWhitespace(text.charAt(at - 1))) {
      return;
    }
    int about = line;
    while (alone && about < file.lineCount() && isNothing(file.line(about))) {
      about++;
    }
    String words = text.substring(at + MARK.length());
    int dashes = words.indexOf("--");
    String reason = dashes < 0 ? "" : words.substring(dashes + 2).strip();
    int start = file.offset(line) + at;
    SourceLocation location =
        new SourceLocation(file, start, file.offset(line) + text.length(), Pointer.ROOT);
    for (String rule : (dashes < 0 ? words : words.substring(0, dashes)).split(",", -1)) {
      if (!rule.isBlank()) {
        found.add(
            new InlineSuppression(
                location,
                scope(about),
                rule.strip(),
                reason.isEmpty() ? "a comment says so" : reason));
      }
    }
  }

  /** A line and those below it that are indented more. */
  private SourceLocation scope(int first) {
    int indent = indentation(file.line(first));
    int last = first;
    for (int line = first + 1; line <= file.lineCount(); line++) {
      String text = file.line(line);
      if (!isNothing(text)) {
        if (indentation(text) <= indent) {
          break;
        }
        last = line;
      }
    }
    int end = file.offset(last) + file.line(last).length();
    return new SourceLocation(file, file.offset(first), end, Pointer.ROOT);
  }

  private static boolean isNothing(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#");
  }

  private static int indentation(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
