package dev.kmslint.run;

import dev.kmslint.access.KeyNames;
import dev.kmslint.access.exact.Change;
import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.Complaints;
import dev.kmslint.intake.Content.FoundPolicy;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.DiffReport;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares versions of policies: does the new one allow anything that the old one did not? Keeps no
 * state between comparisons.
 */
public final class Diff {
  private final RuleSet rules;
  private final Catalog catalog;

  /**
   * @param rules the rules that a configuration can speak of
   * @param catalog the facts about AWS
   */
  public Diff(RuleSet rules, Catalog catalog) {
    this.rules = rules;
    this.catalog = catalog;
  }

  /**
   * Reads the versions and compares them.
   *
   * @throws UsageException when the options or the configuration are wrong, when two files hold
   *     policies of different kinds, and when there is no such revision
   */
  public DiffReport compare(DiffOptions options) throws UsageException {
    validate(options);
    return new Comparing(options).report();
  }

  private static void validate(DiffOptions options) throws UsageException {
    List<String> complaints = new ArrayList<>();
    String keyArn = options.given().keyArn();
    String owner = options.given().owner();
    if (!keyArn.isEmpty() && !Complaints.aboutKeyArn(keyArn).isEmpty()) {
      complaints.add("`--key-arn`: " + Complaints.aboutKeyArn(keyArn));
    }
    if (!owner.isEmpty() && !Complaints.aboutAccount(owner).isEmpty()) {
      complaints.add("`--owner`: " + Complaints.aboutAccount(owner));
    }
    Arn key = Arn.parse(keyArn);
    if (key != null && !owner.isEmpty() && !key.account().equals(owner)) {
      complaints.add("`--key-arn` and `--owner` name different accounts");
    }
    if (options.base().isEmpty() && options.words().size() != 2) {
      complaints.add(
          "`kmslint diff` needs an old and a new file, or `--base REV` and the files to compare");
    }
    if (!options.base().isEmpty() && options.words().contains("-")) {
      complaints.add("standard input has no version that git knows");
    }
    if (!complaints.isEmpty()) {
      throw new UsageException(complaints);
    }
  }

  /** One run. */
  private final class Comparing {
    private final DiffOptions options;
    private final Workspace workspace;
    private final Errors errors;
    private final Loader loader;
    private final Arguments arguments;
    private final KeyFacts keyFacts;
    private final Given given;
    private final ConfigFinder.Found config;
    private final List<DiffReport.Compared> compared = new ArrayList<>();
    private final List<String> inferred = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Comparing(DiffOptions options) throws UsageException {
      this.options = options;
      this.workspace = new Workspace(options.workingFolder());
      this.errors = new Errors(workspace);
      this.given =
          new Given(
              options.given().parameters(), options.given().keyArn(), options.given().owner());
      this.loader = new Loader(workspace, options.stdin(), given, errors);
      this.arguments = new Arguments(workspace, loader, errors);
      this.keyFacts = new KeyFacts(options.given().keyArn(), options.given().owner());
      List<String> folders = options.base().isEmpty() ? List.of() : options.words();
      this.config =
          new ConfigFinder(workspace, rules)
              .find(options.config(), Arguments.folders(workspace, folders));
    }

    DiffReport report() throws UsageException {
      if (options.base().isEmpty()) {
        compareFiles(options.words().get(0), options.words().get(1));
      } else {
        compareWithBase();
      }
      return new DiffReport(compared, inferred, warnings, errors.sorted());
    }

    private void compareFiles(String oldName, String newName) throws UsageException {
      Loaded before = load(oldName);
      Loaded after = load(newName);
      if (before == null || after == null) {
        return;
      }
      boolean oldHolds = holdsPolicy(before);
      boolean newHolds = holdsPolicy(after);
      if (!oldHolds || !newHolds) {
        return;
      }
      learn(List.of(after));
      for (Versions.Pair pair : Versions.pairs(before, after)) {
        PolicyKind kind = kind(pair);
        if (kind == null) {
          throw new UsageException(
              "`"
                  + after.name()
                  + "` and `"
                  + before.name()
                  + "` are not two versions of one key policy or IAM policy: "
                  + words(pair.before())
                  + ", "
                  + words(pair.after()));
        }
        compare(Versions.of(after, pair, kind));
      }
    }

    private String words(@Nullable FoundPolicy found) {
      if (found == null) {
        return "there is no old version";
      }
      String file = "`" + found.policy().file().path() + "`";
      if (!found.certain() && !found.policy().statements().isEmpty()) {
        return file + " is not certain, since " + found.why();
      }
      String title = found.policy().kind().title();
      return file + " holds " + (title.startsWith("i") ? "an " : "a ") + title;
    }

    private @Nullable Loaded load(String name) throws UsageException {
      return name.equals("-") ? loader.stdin() : loader.file(Arguments.path(workspace, name));
    }

    /** Versions are kept until all of them are paired. */
    private boolean isTooLarge(Loaded file) {
      if (file.isLarge()) {
        errors.add(
            file.name(),
            "the file is larger than "
                + Loader.MAX_BYTES / 1024 / 1024
                + " MiB, and `diff` reads none in parts");
        return true;
      }
      if (file.slices() != null) {
        file.slices().readAll();
      }
      return false;
    }

    private boolean holdsPolicy(Loaded file) {
      if (isTooLarge(file)) {
        return false;
      }
      if (file.isBroken()) {
        PolicyFiles.complain(file, errors);
        return false;
      }
      if (file.all(FoundPolicy.class).isEmpty()) {
        errors.add(file.name(), "the file does not hold a policy");
        return false;
      }
      return true;
    }

    private void compareWithBase() throws UsageException {
      Path program = Git.find(options.programs());
      if (program == null) {
        errors.add("git", "`--base` needs git, and no folder of PATH has it");
        return;
      }
      Git git = new Git(program, options.base());
      try {
        arguments.read(
            existing(git),
            new Walk.Chosen(
                new PathPatterns(workspace.folder(), List.of()),
                List.of(new PathPatterns(config.folder(), config.config().exclude()))));
        learn(List.copyOf(arguments.loaded()));
        for (Loaded file : arguments.loaded()) {
          if (isTooLarge(file)) {
            continue;
          }
          if (file.isBroken()) {
            PolicyFiles.complain(file, errors);
          } else if (!file.all(FoundPolicy.class).isEmpty()) {
            compareWithBase(file, git);
          }
        }
      } catch (IOException e) {
        errors.add("git", String.valueOf(e.getMessage()));
      }
    }

    /** The words but those of which only the revision knows: of what is gone, nothing is new. */
    private List<String> existing(Git git) throws UsageException, IOException {
      List<String> existing = new ArrayList<>();
      for (String word : options.words()) {
        Path path = PathGlob.isPattern(word) ? null : Arguments.path(workspace, word);
        if (path == null || Files.exists(path) || !git.has(path)) {
          existing.add(word);
        }
      }
      return existing;
    }

    private void compareWithBase(Loaded file, Git git) throws UsageException, IOException {
      Path path = file.path();
      byte[] bytes = path == null ? null : git.read(path);
      Loaded before =
          bytes == null ? null : Loader.text(options.base() + ":" + file.name(), bytes, given);
      if (before != null && before.isBroken()) {
        PolicyFiles.complain(before, errors);
        return;
      }
      if (before != null
          && before.slices() == null
          && before.document().file().text().equals(file.document().file().text())) {
        return;
      }
      for (Versions.Pair pair : Versions.pairs(before, file)) {
        PolicyKind kind = kind(pair);
        if (kind == null && pair.before() != null) {
          Versions.Pair alone = new Versions.Pair(null, pair.after());
          kind = kind(alone);
          if (kind != null) {
            warnings.add(
                "`" + file.name() + "` was a policy of another kind, so that all it allows is new");
            compare(Versions.of(file, alone, kind));
            continue;
          }
        }
        if (kind != null) {
          compare(Versions.of(file, pair, kind));
        } else if (!pair.after().certain()) {
          warnings.add("`" + file.name() + "` was not compared, since " + pair.after().why());
        }
      }
    }

    /** Who says whose key it is says that it is one. */
    private @Nullable PolicyKind kind(Versions.Pair pair) {
      return Versions.kind(
          pair, !options.given().keyArn().isEmpty() || !options.given().owner().isEmpty());
    }

    private void learn(List<Loaded> files) {
      Policies policies = new Policies();
      for (Loaded file : files) {
        policies.addFound(file);
      }
      keyFacts.learn(files, policies.inMemory());
    }

    private void compare(Versions versions) {
      PolicyFiles.warn(versions.before(), warnings);
      PolicyFiles.warn(versions.after(), warnings);
      Map<String, List<String>> facts =
          Facts.merged(new LinkedHashMap<>(config.config().facts()), options.facts());
      Comparison comparison = new Comparison(catalog, versions.before(), versions.after(), facts);
      String owner = "";
      Arn key = Arn.parse(options.given().keyArn());
      if (versions.after().kind() == PolicyKind.KEY) {
        owner = owner(versions, comparison.accounts());
      }
      Change change = comparison.change(owner, key);
      if (change.internalError() != null) {
        errors.add(
            new Report.InputError(
                versions.file().name(), "internal error: " + change.internalError()));
      }
      compared.add(
          new DiffReport.Compared(
              versions.file().name(),
              versions.after().kind(),
              versions.fresh(),
              change,
              new KeyNames(catalog, List.of(versions.after(), versions.before()))));
    }

    private String owner(Versions versions, Set<String> accounts) {
      KeyFacts.KeyFact told =
          keyFacts.told(
              new Policies.Known(versions.file(), versions.after(), "", versions.setting()));
      String name = versions.file().name();
      if (told != null && !told.owner().isEmpty()) {
        infer(name, told.owner(), told.why());
        return told.owner();
      }
      if (accounts.size() == 1) {
        String only = accounts.iterator().next();
        infer(name, only, "it is the only account that the policy names");
        return only;
      }
      return "";
    }

    private void infer(String file, String owner, String why) {
      if (options.given().owner().isEmpty() && options.given().keyArn().isEmpty()) {
        inferred.add("the key of `" + file + "` belongs to " + owner + ", since " + why);
      }
    }
  }
}
