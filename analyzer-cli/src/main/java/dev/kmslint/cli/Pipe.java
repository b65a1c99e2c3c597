package dev.kmslint.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output, which others can close while it is written. Then the rest has no reader and that
 * is no failure; a full disk is one.
 */
final class Pipe extends FilterOutputStream {
  private static final int BUFFER = 8192;

  private String failure = "";
  private boolean broken;

  Pipe(OutputStream out) {
    super(new java.io.BufferedOutputStream(out, BUFFER));
  }

  /** Why not everything was written; empty when it was, or when nobody wanted it. */
  String failure() {
    return failure;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (!broken) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  @Override
  public void flush() {
    if (!broken) {
      try {
        out.flush();
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  private void failed(IOException e) {
    broken = true;
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (!lower.contains("pipe") && !lower.contains("connection reset")) {
      failure = message;
    }
  }
}
