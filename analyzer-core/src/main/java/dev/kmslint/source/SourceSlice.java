package dev.kmslint.source;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A part of a large text. Its offsets and lines count from its start, positions from the whole's.
 */
final class SourceSlice extends SourceFile {
  private final LargeText whole;
  private final long from;
  private final int length;
  private final long base;
  private final int line;
  private final int column;

  static SourceSlice of(LargeText text, ByteScanner.Place start, int length) {
    return new SourceSlice(
        text, start.at(), length, start.character(), start.line(), start.column());
  }

  /**
   * @param from its first byte, counted from 0
   * @param length in bytes
   * @param base its first character, counted from 0
   * @param line the line of its first character, counted from 1
   * @param column the column of its first character, counted from 1
   */
  SourceSlice(LargeText whole, long from, int length, long base, int line, int column) {
    super(whole.path(), "");
    this.whole = whole;
    this.from = from;
    this.length = length;
    this.base = base;
    this.line = line;
    this.column = column;
  }

  /** Its first character alone. */
  SourceSlice start() {
    return new SourceSlice(whole, from, Math.min(1, length), base, line, column);
  }

  long from() {
    return from;
  }

  int length() {
    return length;
  }

  @Override
  public @Nullable LargeText large() {
    return whole;
  }

  @Override
  public long base() {
    return base;
  }

  @Override
  public String text() {
    return whole.text(this).text();
  }

  @Override
  public synchronized int lineCount() {
    return whole.text(this).lineCount();
  }

  @Override
  public synchronized Position position(int offset) {
    Position here = whole.text(this).position(offset);
    return here.line() == 1
        ? new Position(line, column - 1 + here.column())
        : new Position(line - 1 + here.line(), here.column());
  }

  @Override
  public synchronized int offset(int number) {
    return whole.text(this).offset(number);
  }

  @Override
  public synchronized String line(int number) {
    return whole.text(this).line(number);
  }

  @Override
  SourceLocation inContext(SourceLocation place, int characters) {
    int most = 4 * characters; // A character has up to four bytes.
    int before = (int) Math.min(from, most);
    int after = (int) Math.max(0, Math.min(whole.size() - from - length, most));
    byte[] around = whole.bytes(from - before, before + length + after);
    int start = from == before ? TextDecoder.markLength(around) : 0;
    while (start < before && (around[start] & 0xC0) == 0x80) {
      start++;
    }
    String earlier = new String(around, start, before - start, StandardCharsets.UTF_8);
    String text = new String(around, start, around.length - start, StandardCharsets.UTF_8);
    int shift = earlier.length();
    return new SourceLocation(
        new SourceFile(path(), text), place.start() + shift, place.end() + shift, place.pointer());
  }
}
