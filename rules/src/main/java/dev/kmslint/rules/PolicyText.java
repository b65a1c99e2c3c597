package dev.kmslint.rules;

import dev.kmslint.source.JsonText;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A policy's own JSON text: as it stands in a file, or out of a JSON string that holds it, with the
 * way back to the file.
 */
public final class PolicyText {
  private final SourceLocation place;
  private final String text;
  private final int @Nullable [] offsets;

  private PolicyText(SourceLocation place, boolean inString) {
    this.place = place;
    if (inString) {
      int[] map = new int[place.end() - place.start() + 1];
      this.text = unescape(map);
      this.offsets = map;
    } else {
      this.text = place.file().text().substring(place.start(), place.end());
      this.offsets = null;
    }
  }

  /** The text of a policy at a place; null where it is not written in JSON. */
  public static @Nullable PolicyText of(SourceLocation place) {
    SourceFile file = place.file();
    int start = place.start();
    if (start < place.end() && file.text().charAt(start) == '"') {
      return new PolicyText(place, true);
    }
    if (start >= place.end() || file.text().charAt(start) != '{') {
      return null;
    }
    int first = start + 1;
    while (first < place.end() && file.text().charAt(first) == ' ') {
      first++;
    }
    return new PolicyText(place, first < place.end() && file.text().charAt(first) == '\\');
  }

  private String unescape(int[] map) {
    StringBuilder text = new StringBuilder();
    String outer = place.file().text();
    int i = place.start();
    while (i < place.end()) {
      char c = outer.charAt(i);
      int length = 1;
      if (c == '"') {
        i++;
        continue; // The quotes of the string itself.
      }
      if (c == '\\' && i + 1 < place.end()) {
        int written = JsonText.unescaped(outer, i + 1);
        length = outer.charAt(i + 1) == 'u' && written >= 0 ? 6 : 2;
        c = written >= 0 ? (char) written : outer.charAt(i + 1);
      }
      map[text.length()] = i;
      text.append(c);
      i += length;
    }
    map[text.length()] = i;
    return text.toString();
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Whether it is known to hold only tab, LF, CR and U+0020 to U+007F. */
  public boolean isPlain() {
    return offsets == null && place.file().isPlain();
  }

  /** How many characters it has, white space between its parts not counted. */
  public int charactersWithoutWhiteSpace() {
    boolean inString = false;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString && c == '\\') {
        count += 2;
        i++;
      } else if (c == '"') {
        inString = !inString;
        count++;
      } else if (inString || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
        count++;
      }
    }
    return count;
  }

  /** Where a stretch of the text stands in the file. */
  public SourceLocation place(int start, int end) {
    return new SourceLocation(place.file(), offset(start), offset(end), place.pointer());
  }

  private int offset(int index) {
    return offsets == null ? place.start() + index : offsets[index];
  }
}
