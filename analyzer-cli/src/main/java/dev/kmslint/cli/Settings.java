package dev.kmslint.cli;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.Complaints;
import dev.kmslint.config.FailOn;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.Grade;
import dev.kmslint.policy.Text;
import dev.kmslint.report.Format;
import dev.kmslint.run.CatalogFile;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.Selection;
import dev.kmslint.run.UsageException;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of a command line into settings, and complains about those that mean nothing.
 */
final class Settings {
  private static final SourceLocation COMMAND_LINE =
      SourceLocation.startOf(new SourceFile("(command line)", ""));

  private static final int DEFAULT_WIDTH = 120;
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 1_000;

  private final Line line;

  Settings(Line line) throws UsageException {
    for (Option option : line.values().keySet()) {
      if (!option.isFlag() && line.all(option).contains("")) {
        throw new UsageException("`" + option.word() + "` is given an empty value");
      }
    }
    this.line = line;
  }

  /** A report that goes to a file. */
  record ReportFile(Format format, String file) {}

  /** The value of an option that has a list of possible ones; empty when it was not given. */
  String choice(Option option) throws UsageException {
    String value = line.value(option);
    if (!value.isEmpty() && !option.choices().contains(value)) {
      throw notOneOf(option, value);
    }
    return value;
  }

  private static UsageException notOneOf(Option option, String value) {
    String near = Complaints.didYouMean(value, option.choices());
    return new UsageException(
        "`"
            + option.word()
            + "` cannot be `"
            + value
            + "`"
            + (near.isEmpty() ? "; it is one of " + String.join(", ", option.choices()) : near));
  }

  /** The format of standard output. */
  Format format() throws UsageException {
    Format format = Format.of(choice(Option.FORMAT));
    return format == null ? Format.TEXT : format;
  }

  /** The reports that go to files. */
  List<ReportFile> reportFiles() throws UsageException {
    List<ReportFile> files = new ArrayList<>();
    for (String value : line.all(Option.REPORT)) {
      int equals = value.indexOf('=');
      if (equals <= 0 || equals == value.length() - 1) {
        throw new UsageException("`--report` takes a format and a file, as `sarif=kmslint.sarif`");
      }
      String word = value.substring(0, equals);
      Format format = Format.of(word);
      if (format == null) {
        throw notOneOf(Option.FORMAT, word);
      }
      ReportFile file = new ReportFile(format, value.substring(equals + 1));
      for (ReportFile other : files) {
        if (other.file().equals(file.file())) {
          throw new UsageException("two reports cannot both go to `" + file.file() + "`");
        }
      }
      files.add(file);
    }
    return files;
  }

  /** Whether text has colours. */
  boolean color(Map<String, String> environment, boolean terminal) throws UsageException {
    return switch (choice(Option.COLOR)) {
      case "always" -> true;
      case "never" -> false;
      default ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }

  /** How many columns a line of source may take: those of the terminal, else 120. */
  int width(Map<String, String> environment, boolean terminal) {
    String columns = terminal ? environment.getOrDefault("COLUMNS", "") : "";
    int width = 0;
    for (int i = 0; i < columns.length() && width < MAX_WIDTH; i++) {
      int digit = columns.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return DEFAULT_WIDTH;
      }
      width = width * 10 + digit;
    }
    return width == 0 ? DEFAULT_WIDTH : Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH);
  }

  /** What the analyzer is asked to do. */
  RunOptions run(Path workingFolder, InputStream stdin) throws UsageException {
    return new RunOptions(
        workingFolder,
        stdin,
        UtcDay.of(System.currentTimeMillis()),
        line.words(),
        line.value(Option.CONFIG),
        FailOn.of(choice(Option.FAIL_ON)),
        only(),
        grades(),
        given(),
        facts(),
        new RunOptions.ShareOptions(
            line.value(Option.TO),
            line.value(Option.SCENARIO),
            line.has(Option.ROOT_USER),
            line.value(Option.REGION),
            files()),
        Selection.all(workingFolder),
        true,
        new RunOptions.Baselines(line.value(Option.BASELINE), line.value(Option.WRITE_BASELINE)));
  }

  /** What is known of the key, and of templates. */
  Given given() throws UsageException {
    return new Given(parameters(), line.value(Option.KEY_ARN), line.value(Option.OWNER));
  }

  /**
   * The facts about AWS: those that come with kmslint, or with a newer table.
   *
   * @throws IOException with words for people, when the table cannot be read
   */
  Catalog catalog(Path workingFolder) throws UsageException, IOException {
    String file = line.value(Option.CATALOG);
    return file.isEmpty() ? Catalog.builtIn() : CatalogFile.read(workingFolder, file);
  }

  /** The files that options name. */
  ShareConfig.Files files() {
    return new ShareConfig.Files(
        file(Option.KEY_POLICY),
        files(Option.IDENTITY_POLICY),
        file(Option.BOUNDARY),
        file(Option.SESSION_POLICY),
        files(Option.SCP),
        files(Option.RCP),
        file(Option.KEY),
        file(Option.SNAPSHOT),
        file(Option.SNAPSHOT_ATTRIBUTES),
        file(Option.REQUEST));
  }

  private @Nullable Text file(Option option) {
    return line.has(option) ? new Text(line.value(option), COMMAND_LINE) : null;
  }

  private List<Text> files(Option option) {
    List<Text> files = new ArrayList<>();
    for (String file : line.all(option)) {
      files.add(new Text(file, COMMAND_LINE));
    }
    return List.copyOf(files);
  }

  private List<String> only() {
    List<String> only = new ArrayList<>();
    for (String value : line.all(Option.ONLY)) {
      int start = 0;
      for (int comma = value.indexOf(','); comma >= 0; comma = value.indexOf(',', start)) {
        addWord(value.substring(start, comma), only);
        start = comma + 1;
      }
      addWord(value.substring(start), only);
    }
    return only;
  }

  private static void addWord(String word, List<String> words) {
    if (!word.isBlank()) {
      words.add(word.strip());
    }
  }

  private Map<String, Grade> grades() throws UsageException {
    Map<String, Grade> grades = new LinkedHashMap<>();
    for (String value : line.all(Option.RULE)) {
      int equals = value.indexOf('=');
      Grade grade = equals <= 0 ? null : Grade.of(value.substring(equals + 1));
      if (grade == null) {
        throw new UsageException(
            "`--rule` takes a rule and off, error, warning or note, as `kms/lockout=off`, not `"
                + value
                + "`");
      }
      grades.put(value.substring(0, equals), grade);
    }
    return grades;
  }

  /** Values of templates' parameters. */
  Map<String, String> parameters() throws UsageException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String value : line.all(Option.PARAMETER)) {
      int equals = value.indexOf('=');
      if (equals <= 0) {
        throw new UsageException(
            "`--parameter` takes a name and its value, as `AWS::AccountId=111122223333`, not `"
                + value
                + "`");
      }
      parameters.put(value.substring(0, equals), value.substring(equals + 1));
    }
    return parameters;
  }

  /** Values of condition keys that hold in this environment. */
  Map<String, List<String>> facts() throws UsageException {
    Map<String, List<String>> facts = new LinkedHashMap<>();
    for (String value : line.all(Option.FACT)) {
      int equals = value.indexOf('=');
      if (equals <= 0) {
        throw new UsageException(
            "`--fact` takes a condition key and its value, as `aws:PrincipalOrgID=o-abc`, not `"
                + value
                + "`");
      }
      String key = value.substring(0, equals);
      List<String> values = facts.get(key);
      if (values == null) {
        values = new ArrayList<>();
        facts.put(key, values);
      }
      values.add(value.substring(equals + 1));
    }
    return facts;
  }
}
