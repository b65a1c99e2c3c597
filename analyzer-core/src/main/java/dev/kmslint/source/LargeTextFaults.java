package dev.kmslint.source;

import java.nio.charset.StandardCharsets;

/** Says what is wrong at a place of a large text, of which only what is around it is read. */
final class LargeTextFaults {
  private static final int AROUND = 256;

  private final LargeText text;

  LargeTextFaults(LargeText text) {
    this.text = text;
  }

  /** What is not expected there, in the words that a reader of the whole text would have. */
  SyntaxFault unexpected(ByteScanner.Place at) {
    int before = (int) Math.min(at.at(), AROUND);
    int length = before + (int) Math.min(text.size() - at.at(), AROUND);
    byte[] bytes = text.bytes(at.at() - before, length);
    String early = new String(bytes, 0, before, StandardCharsets.UTF_8);
    String around = early + new String(bytes, before, length - before, StandardCharsets.UTF_8);
    JacksonReader.Misread why = JsonMisreading.explain(around, early.length());
    return fault(
        SyntaxFault.Kind.SYNTAX, moved(at, around, early.length(), why.offset), why.message);
  }

  /** A fault whose place is the character there. */
  SyntaxFault fault(SyntaxFault.Kind kind, ByteScanner.Place at, String message) {
    int length = (int) Math.min(4, Math.max(0, text.size() - at.at()));
    SourceLocation character =
        new SourceLocation(SourceSlice.of(text, at, length), 0, Math.min(1, length), Pointer.ROOT);
    return new SyntaxFault(kind, character, message);
  }

  /** A place near another one; the other one where the start of its line is too far away. */
  private static ByteScanner.Place moved(ByteScanner.Place at, String around, int here, int to) {
    int low = Math.min(here, to);
    int high = Math.max(here, to);
    int lines = 0;
    for (int i = low; i < high; i++) {
      char c = around.charAt(i);
      boolean pair = c == '\r' && i + 1 < around.length() && around.charAt(i + 1) == '\n';
      lines += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
    }
    int lineStart = to;
    while (lineStart > 0 && "\r\n".indexOf(around.charAt(lineStart - 1)) < 0) {
      lineStart--;
    }
    if (lines > 0 && lineStart == 0) {
      return at;
    }
    int way = around.substring(low, high).getBytes(StandardCharsets.UTF_8).length;
    boolean back = to < here;
    return new ByteScanner.Place(
        back ? at.at() - way : at.at() + way,
        at.character() + to - here,
        back ? at.line() - lines : at.line() + lines,
        lines == 0 ? at.column() + to - here : to - lineStart + 1);
  }
}
