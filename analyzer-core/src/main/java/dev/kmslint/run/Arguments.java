package dev.kmslint.run;

import dev.kmslint.config.Config;
import dev.kmslint.source.SyntaxFault;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the files and folders of a command line. */
final class Arguments {
  private final Workspace workspace;
  private final Loader loader;
  private final Errors errors;
  private final @Nullable Progress progress;
  private final Map<String, Loaded> loaded = new TreeMap<>();
  private final Set<Path> configurations = new TreeSet<>();
  private @Nullable ParameterNames parameters;
  private int passedOver;

  Arguments(Workspace workspace, Loader loader, Errors errors) {
    this(workspace, loader, errors, null);
  }

  Arguments(Workspace workspace, Loader loader, Errors errors, @Nullable Progress progress) {
    this.workspace = workspace;
    this.loader = loader;
    this.errors = errors;
    this.progress = progress;
  }

  /** The path that an argument names. */
  static Path path(Workspace workspace, String argument) throws UsageException {
    if (argument.isEmpty()) {
      throw new UsageException("an empty argument names no file");
    }
    try {
      return workspace.resolve(argument);
    } catch (InvalidPathException e) {
      throw new UsageException("`" + argument + "` cannot be the name of a file");
    }
  }

  /** The arguments that are folders. */
  static List<Path> folders(Workspace workspace, Collection<String> arguments)
      throws UsageException {
    List<Path> folders = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals("-") && !PathGlob.isPattern(argument)) {
        Path path = path(workspace, argument);
        if (Files.isDirectory(path)) {
          folders.add(path);
        }
      }
    }
    return folders;
  }

  /** What was read and holds something, by name. */
  Collection<Loaded> loaded() {
    return loaded.values();
  }

  /** The configurations that lie in folders that were read. */
  Set<Path> configurations() {
    return configurations;
  }

  /** Lets somebody know the parameters of all files, also of those that hold nothing else. */
  void tell(ParameterNames names) {
    parameters = names;
  }

  /** How many files of folders held nothing. */
  int passedOver() {
    return passedOver;
  }

  /**
   * Reads everything.
   *
   * @param chosen which files of folders
   */
  void read(Collection<String> arguments, Walk.Chosen chosen) throws UsageException {
    Set<Path> named = new TreeSet<>();
    Set<Path> walked = new TreeSet<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        Loaded stdin = loader.stdin();
        if (stdin != null) {
          keep(stdin, true);
        }
        continue;
      }
      for (Path path : paths(argument)) {
        if (Files.isDirectory(path)) {
          walked.addAll(Walk.files(path, chosen, errors, configurations));
        } else if (!Config.FILE_NAME.equals(String.valueOf(path.getFileName()))) {
          named.add(path);
        }
      }
    }
    walked.removeAll(named);
    for (Path path : named) {
      add(path, true);
    }
    int read = 0;
    for (Path path : walked) {
      if (progress != null) {
        progress.step("reading files", read++, walked.size());
      }
      add(path, false);
    }
  }

  private List<Path> paths(String argument) throws UsageException {
    boolean pattern = PathGlob.isPattern(argument);
    Path path = pattern && Expansion.isWindows() ? null : path(workspace, argument);
    if (path != null && Files.exists(path)) {
      return List.of(path);
    }
    if (path != null && !pattern) {
      missing(path);
      return List.of();
    }
    List<Path> found = Expansion.of(workspace, argument);
    if (found.isEmpty()) {
      errors.add(argument, "no file has a name like this");
    }
    return found;
  }

  /** Notes that a path does not exist. */
  void missing(Path path) {
    errors.add(path, "the file does not exist");
  }

  private void add(Path path, boolean named) {
    Loaded file = loader.file(path);
    if (file != null) {
      keep(file, named);
    }
  }

  private void keep(Loaded file, boolean named) {
    learn(file);
    boolean empty = file.contents().isEmpty(); // First, since a file in parts is read by that.
    SyntaxFault tag = file.tag();
    boolean brokenPolicy = file.isBroken() && (named || file.looksLikePolicy());
    if (brokenPolicy || !empty) {
      loaded.put(file.name(), file);
      return;
    }
    if (tag != null && (named || file.looksLikePolicy())) {
      errors.add(file.name(), tag.message() + " (" + tag.location().region().start() + ")");
    } else if (!named) {
      passedOver++;
      loader.forget(file);
    } else {
      errors.add(
          file.name(),
          "the file holds nothing that kmslint knows: no policy, and no document of facts such as"
              + " the output of `describe-key`");
    }
  }

  private void learn(Loaded file) {
    if (parameters != null) {
      parameters.learn(file);
    }
  }

  /** A file of a share, whatever it holds; null, with an error, when it cannot be read. */
  @Nullable Loaded use(Path path) {
    Loaded file = loader.file(path);
    if (file != null) {
      learn(file);
      loaded.put(file.name(), file);
    }
    return file;
  }

  /** Standard input for a share. */
  @Nullable Loaded useStdin() {
    Loaded file = loader.stdin();
    if (file != null) {
      learn(file);
      loaded.put(file.name(), file);
    }
    return file;
  }
}
