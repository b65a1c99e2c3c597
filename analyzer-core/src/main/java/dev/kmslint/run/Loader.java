package dev.kmslint.run;

import dev.kmslint.intake.Content;
import dev.kmslint.intake.Given;
import dev.kmslint.intake.IgnoreComments;
import dev.kmslint.intake.Intake;
import dev.kmslint.source.Document;
import dev.kmslint.source.JsonReader;
import dev.kmslint.source.LargeText;
import dev.kmslint.source.Node;
import dev.kmslint.source.SyntaxFault;
import dev.kmslint.source.YamlReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads files, each once. */
final class Loader {
  /** How large a file may be, in bytes. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  /** From how many bytes on JSON is read in parts where it has such. */
  static final long SLICED_BYTES = 8 * 1024 * 1024;

  /** The name of standard input in reports. */
  static final String STDIN = "<stdin>";

  private static final byte[] START_OF_JSON = {'{'};

  private final Workspace workspace;
  private final InputStream stdin;
  private final Errors errors;
  private final Map<Path, Loaded> byPath = new HashMap<>();
  private final Given given;
  private final @Nullable Progress progress;
  private @Nullable Loaded fromStdin;

  Loader(Workspace workspace, InputStream stdin, Given given, Errors errors) {
    this(workspace, stdin, given, errors, null);
  }

  Loader(
      Workspace workspace,
      InputStream stdin,
      Given given,
      Errors errors,
      @Nullable Progress progress) {
    this.given = given;
    this.progress = progress;
    this.workspace = workspace;
    this.stdin = stdin;
    this.errors = errors;
  }

  /** Reads standard input, where {@code -} stands for it; null when that failed. */
  @Nullable Loaded stdin() {
    if (fromStdin == null) {
      try {
        byte[] bytes = bounded(stdin);
        if (bytes == null) {
          errors.add(STDIN, tooLarge("standard input has to be read as a whole; name a file"));
          return null;
        }
        fromStdin = loadedStdin(bytes);
      } catch (IOException e) {
        errors.add(STDIN, "standard input cannot be read: " + Errors.reason(e));
        return null;
      }
    }
    return fromStdin;
  }

  /** Reads a file; null, with an error, when it cannot be read. */
  @Nullable Loaded file(Path path) {
    Loaded known = byPath.get(path);
    if (known != null) {
      return known;
    }
    try {
      if (Files.isDirectory(path)) {
        errors.add(path, "this is a folder, not a file");
        return null;
      }
      String name = workspace.nameOf(path);
      Loaded loaded = null;
      if (path.toFile().length() > SLICED_BYTES && !isYaml(name, START_OF_JSON)) {
        loaded = sliced(path, LargeText.of(name, path));
      }
      if (loaded == null) {
        byte[] bytes = read(path);
        if (bytes == null) {
          errors.add(path, tooLarge(isYaml(name, START_OF_JSON)));
          return null;
        }
        loaded = loaded(path, name, bytes);
      }
      byPath.put(path, loaded);
      return loaded;
    } catch (IOException e) {
      errors.add(path, "the file cannot be read: " + Errors.reason(e));
      return null;
    }
  }

  /** Forgets a file, so that its memory is free. */
  void forget(Loaded loaded) {
    if (loaded.path() != null) {
      byPath.remove(loaded.path());
    }
  }

  /** A text that is no file of this system. */
  static Loaded text(String name, byte[] bytes, Given given) throws IOException {
    Document document = parse(name, bytes);
    Slices slices =
        isSeveral(document) ? slices(LargeText.of(name, bytes), given, isYaml(name, bytes)) : null;
    return slices == null ? loaded(null, document, given) : new Loaded(null, slices);
  }

  private Loaded loaded(Path path, String name, byte[] bytes) throws IOException {
    Document document = parse(name, bytes);
    Slices slices =
        isSeveral(document) ? slices(LargeText.of(name, bytes), given, isYaml(name, bytes)) : null;
    return slices == null ? loaded(path, document) : new Loaded(path, slices);
  }

  private static @Nullable Slices slices(LargeText text, Given given, boolean yaml)
      throws IOException {
    return yaml ? Slices.ofYaml(text, given) : Slices.of(text, given, null);
  }

  private static boolean startsLikeArray(String text, int at) {
    return at < text.length() && text.charAt(at) == '[';
  }

  private @Nullable Loaded sliced(@Nullable Path path, LargeText text) throws IOException {
    Slices slices = Slices.of(text, given, progress);
    return slices == null ? null : new Loaded(path, slices);
  }

  /**
   * Whether a text can hold more than one document: in an array of JSON, or one behind the other.
   */
  private static boolean isSeveral(Document document) {
    if (document.root() != null) {
      return document.root() instanceof Node.ArrayNode array
          && startsLikeArray(document.file().text(), array.location().start());
    }
    for (SyntaxFault fault : document.faults()) {
      if (fault.message().equals(JsonReader.MORE_TEXT)
          || fault.message().equals(YamlReader.SECOND_DOCUMENT)) {
        return true;
      }
    }
    return false;
  }

  private Loaded loaded(@Nullable Path path, Document document) {
    return loaded(path, document, given);
  }

  private static Loaded loaded(@Nullable Path path, Document document, Given given) {
    Intake intake = Intake.of(document, given);
    List<SyntaxFault> inside = intake.faults();
    List<Content> contents = intake.contents();
    if (!contents.isEmpty()
        && isYaml(document.file().path(), new byte[0])
        && document.file().text().contains(IgnoreComments.MARK)) {
      contents = new ArrayList<>(contents);
      contents.addAll(IgnoreComments.of(document.file()));
    }
    if (inside.isEmpty()) {
      return new Loaded(path, document, contents);
    }
    List<SyntaxFault> faults = new ArrayList<>(document.faults());
    faults.addAll(inside);
    Document whole = new Document(document.file(), document.root(), List.copyOf(faults));
    return new Loaded(path, whole, contents);
  }

  private static String tooLarge(boolean yaml) {
    return tooLarge(
        yaml
            ? "YAML has to be read as a whole"
            : "only long lists and several documents in JSON can be read in parts");
  }

  private static String tooLarge(String why) {
    return "the file is larger than " + MAX_BYTES / 1024 / 1024 + " MiB and was not read: " + why;
  }

  /** The bytes of a file; null when there are too many. */
  static byte @Nullable [] read(Path path) throws IOException {
    File file = path.toFile();
    if (file.length() > MAX_BYTES) {
      return null;
    }
    // A plain stream loads some thirty classes less than one of java.nio; that one knows why it
    // fails.
    try (InputStream in = new FileInputStream(file)) {
      return bounded(in);
    } catch (FileNotFoundException e) {
      try (InputStream in = Files.newInputStream(path)) {
        return bounded(in);
      }
    }
  }

  private static byte @Nullable [] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    return bytes.length > MAX_BYTES ? null : bytes;
  }

  private static Document parse(String name, byte[] bytes) {
    return isYaml(name, bytes) ? YamlReader.read(name, bytes) : JsonReader.read(name, bytes);
  }

  private static boolean isYaml(String name, byte[] bytes) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml")
        || lower.endsWith(".yml")
        || (lower.endsWith(".template") && !startsLikeJson(bytes));
  }

  /** Standard input has no name that tells: what is no JSON but YAML is YAML. */
  private Loaded loadedStdin(byte[] bytes) throws IOException {
    Document json = JsonReader.read(STDIN, bytes);
    Slices slices = isSeveral(json) ? slices(LargeText.of(STDIN, bytes), given, false) : null;
    if (slices != null) {
      return new Loaded(null, slices);
    }
    Document document = jsonOrYaml(json, bytes);
    return isSeveral(document) && !isSeveral(json)
        ? new Loaded(null, Slices.ofYaml(LargeText.of(STDIN, bytes), given))
        : loaded(null, document);
  }

  private Document jsonOrYaml(Document json, byte[] bytes) {
    if (json.faults().isEmpty() || startsLikeJson(bytes)) {
      return json;
    }
    Document yaml = YamlReader.read(STDIN, bytes);
    if (isSeveral(yaml)) {
      return yaml;
    }
    return yaml.faults().isEmpty() && !Intake.of(yaml, given).contents().isEmpty() ? yaml : json;
  }

  private static boolean startsLikeJson(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '{' || b == '[') {
        return true;
      }
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return false;
  }
}
