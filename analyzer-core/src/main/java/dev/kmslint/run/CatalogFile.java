package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.catalog.CatalogFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A newer table of AWS services than the one that comes with kmslint. */
public final class CatalogFile {
  private CatalogFile() {}

  /**
   * The catalogue with the table of a file.
   *
   * @param workingFolder what the file's name is relative to
   * @param name the file's name; empty for the table that comes with kmslint
   * @throws UsageException when the name can be none of a file
   * @throws IOException with words for people, when the file cannot be read or is no such table
   */
  public static Catalog read(Path workingFolder, String name) throws UsageException, IOException {
    if (name.isEmpty()) {
      return Catalog.builtIn();
    }
    Workspace workspace = new Workspace(workingFolder);
    Path file = Arguments.path(workspace, name);
    byte[] bytes;
    try {
      bytes = Files.isDirectory(file) ? null : Loader.read(file);
    } catch (IOException e) {
      throw new IOException(
          "the table of services `" + name + "` cannot be read: " + Errors.reason(e), e);
    }
    if (bytes == null) {
      throw new IOException(
          "the table of services `"
              + name
              + "` is "
              + (Files.isDirectory(file) ? "a folder, not a file" : "too large"));
    }
    try {
      return Catalog.with(bytes);
    } catch (CatalogFault e) {
      throw new IOException(
          workspace.nameOf(file)
              + ":"
              + e.line()
              + ":"
              + e.column()
              + ": "
              + e.getMessage()
              + "; tools/catalog of kmslint writes such tables",
          e);
    }
  }
}
