package dev.kmslint.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text of which only a part is in memory at a time. Its parts are {@link SourceFile}s of their
 * own, whose places are those of the whole; their text is read again when it is wanted.
 *
 * <p>Where the file is gone or shorter by then, blanks stand for what is missing.
 */
public final class LargeText {
  private static final int WINDOW = 1 << 16;

  private final String path;
  private final @Nullable Path file;
  private final byte[] bytes;
  private final long size;
  private byte[] window = new byte[0];
  private long windowStart;
  private @Nullable SourceSlice current;
  private @Nullable SourceFile currentText;

  private LargeText(String path, @Nullable Path file, byte[] bytes, long size) {
    this.path = path;
    this.file = file;
    this.bytes = bytes;
    this.size = size;
  }

  /** The text of a file. */
  public static LargeText of(String path, Path file) throws IOException {
    return new LargeText(path, file, new byte[0], Files.size(file));
  }

  /** A text that is in memory. */
  public static LargeText of(String path, byte[] bytes) {
    return new LargeText(path, null, bytes, bytes.length);
  }

  /** The name by which reports call it. */
  public String path() {
    return path;
  }

  /** How long it is, in bytes. */
  public long size() {
    return size;
  }

  /** Its first thousands of characters. */
  public String beginning() {
    return new String(bytes(0, (int) Math.min(WINDOW, size)), StandardCharsets.UTF_8);
  }

  /** All of it, in bytes, from the start. */
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
  }

  /** The text of a part, which stays in memory until that of another one is wanted. */
  synchronized SourceFile text(SourceSlice slice) {
    SourceFile known = currentText;
    if (known == null || current != slice) {
      byte[] part = bytes(slice.from(), slice.length());
      known = new SourceFile(path, new String(part, StandardCharsets.UTF_8));
      current = slice;
      currentText = known;
    }
    return known;
  }

  /** Some of its bytes. */
  synchronized byte[] bytes(long from, int length) {
    if (file == null) {
      return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
    }
    if (from < windowStart || from + length > windowStart + window.length) {
      window = read(file, from, (int) Math.max(length, Math.min(WINDOW, size - from)));
      windowStart = from;
    }
    int start = (int) (from - windowStart);
    return Arrays.copyOfRange(window, start, start + length);
  }

  private static byte[] read(Path file, long from, int length) {
    byte[] part = new byte[length];
    int read = 0;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      int more = in.read(part, 0, length);
      while (more > 0) {
        read += more;
        more = in.read(part, read, length - read);
      }
    } catch (IOException e) {
      // What is missing is blank.
    }
    Arrays.fill(part, read, length, (byte) ' ');
    return part;
  }
}
