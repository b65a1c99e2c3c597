package dev.kmslint.source;

import java.io.IOException;
import java.util.BitSet;

/** Steps over the values of a large JSON text without keeping them. */
final class JsonSteps {
  private final ByteScanner in;
  private final LargeTextFaults faultAt;
  private final BitSet nesting = new BitSet();

  JsonSteps(ByteScanner in, LargeTextFaults faultAt) {
    this.in = in;
    this.faultAt = faultAt;
  }

  void comma() throws IOException, Misread {
    if (in.peek() != ',') {
      throw misread();
    }
    in.next();
    skipSpace();
    if (in.peek() == '}' || in.peek() == ']') {
      throw misread();
    }
  }

  void skipSpace() throws IOException {
    int c = in.peek();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      in.next();
      c = in.peek();
    }
  }

  void value() throws IOException, Misread {
    switch (in.peek()) {
      case '{', '[' -> nested();
      case '"' -> string();
      case ByteScanner.END, ',', ']', '}', ':' -> throw misread();
      default -> {
        while (!endsWord(in.peek())) {
          in.next();
        }
      }
    }
  }

  private static boolean endsWord(int c) {
    return switch (c) {
      case ByteScanner.END, ' ', '\n', '\r', '\t', ',', ']', '}', ':', '"', '{', '[' -> true;
      default -> false;
    };
  }

  /** Steps over an object or array: what is wrong inside, the reader of the part says. */
  private void nested() throws IOException, Misread {
    int depth = 0;
    do {
      int c = in.peek();
      switch (c) {
        case '{', '[' -> {
          if (depth > JsonReader.MAX_DEPTH) {
            throw misread(
                "objects and arrays are nested more than " + JsonReader.MAX_DEPTH + " levels deep");
          }
          nesting.set(depth++, c == '{');
          in.next();
        }
        case '}', ']' -> {
          if (nesting.get(--depth) != (c == '}')) {
            throw misread();
          }
          in.next();
        }
        case '"' -> string();
        case ByteScanner.END -> throw misread();
        default -> in.next();
      }
    } while (depth > 0);
  }

  private void string() throws IOException, Misread {
    in.next();
    int c = in.peek();
    while (c != '"') {
      if (c < ' ') { // The end of the text as well.
        throw misread();
      }
      in.next();
      if (c == '\\' && in.peek() >= ' ') {
        in.next();
      }
      c = in.peek();
    }
    in.next();
  }

  /** What is not expected here, in the words that a reader of the whole text would have. */
  Misread misread() {
    return new Misread(faultAt.unexpected(in.place()));
  }

  Misread misread(String message) {
    return new Misread(faultAt.fault(SyntaxFault.Kind.SYNTAX, in.place(), message));
  }

  /** The text is no JSON from here on. */
  static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    final transient SyntaxFault fault;

    Misread(SyntaxFault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }
  }
}
