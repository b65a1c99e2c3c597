package dev.kmslint.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that others read: first beside their place, then moved there, so that nobody sees
 * half of one, and so that the old one stays when writing fails or is broken off.
 */
public final class ReportFile {
  private ReportFile() {}

  /** What is to be written. */
  public interface Content {
    /** Writes it. */
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes a file in UTF-8, and the folders above it that are missing. What is no plain file (a
   * pipe, a device) is written directly.
   *
   * @throws IOException when that fails; then the file is as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      writeTo(Files.newOutputStream(target), content);
      return;
    }
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path part = target.resolveSibling(name);
    part.toFile().deleteOnExit(); // when the run is broken off
    try {
      writeTo(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), content);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void writeTo(OutputStream stream, Content content) throws IOException {
    try (Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
      content.writeTo(out);
    }
  }
}
