package dev.kmslint.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns bytes into text: UTF-8, and honest about what is not. */
final class TextDecoder {
  private TextDecoder() {}

  /** The decoded text under its path, and what was wrong with the bytes. */
  record Decoded(SourceFile file, List<SyntaxFault> faults, boolean misread) {}

  static Decoded decode(String path, byte[] bytes) {
    List<SyntaxFault> faults = new ArrayList<>();
    int skip = markLength(bytes);
    if (isPlain(bytes)) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Decoded(new SourceFile(path, text, true), faults, false);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      SourceFile file = new SourceFile(path, out.flip().toString());
      if (skip > 0) {
        faults.add(
            new SyntaxFault(
                SyntaxFault.Kind.BYTE_ORDER_MARK,
                SourceLocation.startOf(file),
                "the file starts with a UTF-8 byte order mark"));
      }
      return new Decoded(file, faults, false);
    }
    int good = out.position();
    int badByte = in.position();
    SourceFile file =
        new SourceFile(path, new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8));
    SourceLocation at =
        new SourceLocation(file, good, Math.min(good + 1, file.text().length()), Pointer.ROOT);
    faults.add(new SyntaxFault(SyntaxFault.Kind.ENCODING, at, encodingMessage(bytes, badByte)));
    return new Decoded(file, faults, true);
  }

  /** How many bytes the byte order mark at the start has; 0 without one. */
  static int markLength(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /** A decoder takes many times as long where the code is not compiled yet. */
  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  static String encodingMessage(byte[] bytes, long badByte) {
    if (bytes.length >= 2) {
      int first = bytes[0] & 0xFF;
      int second = bytes[1] & 0xFF;
      if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
        return "the file is UTF-16, not UTF-8";
      }
    }
    return "byte " + badByte + " (counted from 0) is not UTF-8";
  }
}
