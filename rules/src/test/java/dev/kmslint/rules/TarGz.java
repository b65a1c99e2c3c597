package dev.kmslint.rules;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads the plain files of a small {@code .tgz}. */
final class TarGz {
  private static final int BLOCK = 512;
  private static final int SIZE_AT = 124;
  private static final int TYPE_AT = 156;

  private TarGz() {}

  /** The files by name. */
  static Map<String, byte[]> files(Path archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      byte[] header = new byte[BLOCK];
      while (true) {
        try {
          in.readFully(header);
        } catch (EOFException e) {
          return files;
        }
        if (header[0] == 0) {
          return files;
        }
        String octal = text(header, SIZE_AT, 12).strip();
        byte[] content = new byte[Integer.parseInt(octal, 8)];
        in.readFully(content);
        in.skipNBytes((BLOCK - content.length % BLOCK) % BLOCK);
        if (header[TYPE_AT] == '0' || header[TYPE_AT] == 0) {
          files.put(text(header, 0, 100), content);
        }
      }
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
