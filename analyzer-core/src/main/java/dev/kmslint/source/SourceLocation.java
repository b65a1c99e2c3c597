package dev.kmslint.source;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source file, and the document value that it belongs to.
 *
 * @param file the file
 * @param start offset of the first character, 0-based, in UTF-16 units
 * @param end offset after the last character
 * @param pointer the value
 */
public record SourceLocation(SourceFile file, int start, int end, Pointer pointer) {
  /** The whole of a file, narrowed to its first character: where findings on the file itself go. */
  public static SourceLocation startOf(SourceFile file) {
    return new SourceLocation(file, 0, Math.min(1, file.text().length()), Pointer.ROOT);
  }

  /** Where it starts in the whole file, 0-based, in UTF-16 units. */
  public long offset() {
    return file.base() + start;
  }

  /** Where it ends in the whole file. */
  public long endOffset() {
    return file.base() + end;
  }

  /**
   * The same place in a text that holds what stands around it: where the file is a part of a large
   * one, a text that reaches that many characters further at both ends.
   */
  public SourceLocation inContext(int characters) {
    return file.inContext(this, characters);
  }

  /** Lines and columns; computed anew on each call. */
  public Region region() {
    return new Region(file.position(start), file.position(end));
  }

  /** The text that stands here. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** The same value, narrowed to its first character. */
  public SourceLocation first() {
    return new SourceLocation(file, start, Math.min(start + 1, end), pointer);
  }

  /** The same value, narrowed to its first character where it has several lines. */
  public SourceLocation inOneLine() {
    return hasSeveralLines() ? first() : this;
  }

  /** Whether it goes on in another line. */
  public boolean hasSeveralLines() {
    return file.position(start).line() != file.position(end).line();
  }

  // Written out, because linking a record's own methods costs a start more than reading a policy.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceLocation that
        && file == that.file
        && start == that.start
        && end == that.end
        && pointer.equals(that.pointer);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + start) + end;
  }

  @Override
  public String toString() {
    return file.path() + ":" + file.position(start);
  }
}
