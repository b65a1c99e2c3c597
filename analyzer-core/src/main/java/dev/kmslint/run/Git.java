package dev.kmslint.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a revision holds, by calling git: without a shell, and only commands that look up
 * objects and run nothing that a repository configures.
 */
final class Git {
  private static final int NO_SUCH_REVISION = 1;

  private final Path program;
  private final String revision;
  private final Map<Path, Map<String, String>> listed = new HashMap<>();

  /**
   * @param program git itself
   * @param revision as people name it, like {@code origin/main}
   */
  Git(Path program, String revision) {
    this.program = program;
    this.revision = revision;
  }

  /** Finds git in folders, as the variable {@code PATH} lists them; null when it is in none. */
  static @Nullable Path find(String folders) {
    String name = Expansion.isWindows() ? "git.exe" : "git";
    for (String folder : folders.split(File.pathSeparator, -1)) {
      try {
        Path file = Path.of(folder).resolve(name);
        if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return file;
        }
      } catch (InvalidPathException e) {
        // No folder of this system: the next one.
      }
    }
    return null;
  }

  /**
   * The bytes of a file as the revision has it; null when it has no such file.
   *
   * @param file in a folder that exists
   * @throws UsageException outside a repository, and when there is no such revision
   * @throws IOException when git fails
   */
  byte @Nullable [] read(Path file) throws UsageException, IOException {
    Path folder = file.getParent();
    if (folder == null) {
      return null;
    }
    Map<String, String> blobs = listed.get(folder);
    if (blobs == null) {
      blobs = list(folder);
      listed.put(folder, blobs);
    }
    String id = blobs.get(String.valueOf(file.getFileName()));
    return id == null ? null : run(folder, "cat-file", "blob", id).outputOrFail();
  }

  /** Whether the revision has a file or folder that need not exist any more. */
  boolean has(Path path) throws UsageException, IOException {
    Path folder = path.getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return false;
    }
    String name = folder.relativize(path).toString().replace('\\', '/');
    return run(folder, "ls-tree", "-z", commit(folder), "--", name).outputOrFail().length > 0;
  }

  /** The ids of the files in a folder by their names. */
  private Map<String, String> list(Path folder) throws UsageException, IOException {
    byte[] output = run(folder, "ls-tree", "-z", commit(folder)).outputOrFail();
    Map<String, String> blobs = new HashMap<>();
    for (String entry : new String(output, StandardCharsets.UTF_8).split("\0", -1)) {
      int tab = entry.indexOf('\t');
      int type = entry.indexOf(" blob ");
      if (type >= 0 && tab > type) {
        blobs.put(entry.substring(tab + 1), entry.substring(type + " blob ".length(), tab));
      }
    }
    return blobs;
  }

  private String commit(Path folder) throws UsageException, IOException {
    if (revision.isEmpty() || revision.startsWith("-")) {
      throw new UsageException("`--base`: `" + revision + "` is no revision");
    }
    Ran ran = run(folder, "rev-parse", "--verify", "--quiet", revision + "^{commit}");
    if (ran.status() == NO_SUCH_REVISION) {
      throw new UsageException("`--base`: git knows no revision `" + revision + "`");
    }
    if (ran.status() != 0 && ran.complaint().contains("not a git repository")) {
      throw new UsageException(
          "`--base` compares with what git has, but `" + folder + "` is in no git repository");
    }
    return new String(ran.outputOrFail(), StandardCharsets.UTF_8).strip();
  }

  /** What came of a command. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Ran(int status, byte[] output, String complaint) {
    byte[] outputOrFail() throws IOException {
      if (status != 0) {
        String first = complaint.strip().split("\\R", 2)[0];
        throw new IOException("git failed: " + (first.isEmpty() ? "status " + status : first));
      }
      return output;
    }
  }

  private Ran run(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--literal-pathspecs"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C");
    String gitFolder = environment.get("GIT_DIR");
    if (gitFolder != null && !new File(gitFolder).isAbsolute()) {
      environment.remove("GIT_DIR"); // As hooks have it; it is of use in one folder only.
      environment.remove("GIT_WORK_TREE");
    }
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream();
        InputStream err = process.getErrorStream()) {
      byte[] output = out.readNBytes(Loader.MAX_BYTES + 1);
      if (output.length > Loader.MAX_BYTES) {
        throw new IOException("git has more to say than " + Loader.MAX_BYTES + " bytes");
      }
      String complaint = new String(err.readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), output, complaint);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git ran", e);
    } finally {
      process.destroy();
    }
  }
}
