package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.Complaints;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.policy.Arn;
import dev.kmslint.share.Scenarios;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs kmslint: from files to a report. Keeps no state between runs.
 *
 * <p>Whatever is wrong with one input, the others are reported all the same; only a wrong command
 * line or configuration stops a run, by a {@link UsageException}.
 */
public final class Analyzer {
  private final RuleSet rules;
  private final Catalog catalog;
  private final @Nullable Progress progress;

  /** An analyzer that has these rules and takes its facts about AWS from a catalogue. */
  public Analyzer(RuleSet rules, Catalog catalog) {
    this(rules, catalog, null);
  }

  /** The same, telling how far it is. */
  public Analyzer(RuleSet rules, Catalog catalog, @Nullable Progress progress) {
    this.rules = rules;
    this.catalog = catalog;
    this.progress = progress;
  }

  /**
   * Checks files and folders, and every share that the configuration declares, unless the options
   * leave the shares out.
   */
  public Analysis check(RunOptions options) throws UsageException {
    validate(options);
    Workspace workspace = new Workspace(options.workingFolder());
    ConfigFinder.Found config =
        new ConfigFinder(workspace, rules)
            .find(options.config(), Arguments.folders(workspace, options.arguments()));
    Run run = new Run(options, workspace, config, selected(options, config), catalog, progress);
    if (options.share().files().havePolicies()) {
      run.filesOf(described(options.share(), options.given().keyArn()), workspace.folder());
    }
    run.read(options.arguments());
    if (options.declaredShares()) {
      for (ShareConfig share : config.config().shares()) {
        run.share(share, run.filesOf(share, config.folder()), "");
      }
    }
    return run.finish();
  }

  /**
   * Checks the share that the options describe; without one, shares that the configuration
   * declares.
   */
  public Analysis share(RunOptions options) throws UsageException {
    validate(options);
    Workspace workspace = new Workspace(options.workingFolder());
    List<String> paths = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String argument : options.arguments()) {
      (isPath(workspace, argument) ? paths : names).add(argument);
    }
    List<Path> folders = Arguments.folders(workspace, paths);
    ConfigFinder.Found config = new ConfigFinder(workspace, rules).find(options.config(), folders);
    Run run = new Run(options, workspace, config, selected(options, config), catalog, progress);
    if (!options.share().to().isEmpty()) {
      if (!names.isEmpty()) {
        throw new UsageException(
            "`--to` describes a share of its own, so `"
                + names.get(0)
                + "` cannot name a declared one; if it is a file, it does not exist");
      }
      ShareConfig share = described(options.share(), options.given().keyArn());
      run.read(paths);
      ShareParts parts = run.filesOf(share, workspace.folder());
      run.sort(share, parts);
      run.share(share, parts, options.given().owner());
      return run.finish();
    }
    List<String> existing = run.existing(paths);
    if (existing.isEmpty() && !paths.isEmpty()) {
      return run.finish();
    }
    DeclaredShares declared = new DeclaredShares(workspace, config);
    List<ShareConfig> shares = declared.select(options, existing, folders, names);
    if (!options.config().isEmpty()) {
      run.read(existing);
    }
    for (ShareConfig share : shares) {
      ShareConfig changed = DeclaredShares.changed(share, options);
      run.share(changed, run.filesOf(changed, config.folder()), options.given().owner());
    }
    return run.finish();
  }

  private static boolean isPath(Workspace workspace, String argument) throws UsageException {
    return argument.equals("-")
        || argument.indexOf('/') >= 0
        || argument.indexOf(java.io.File.separatorChar) >= 0
        || PathGlob.isPattern(argument)
        || Files.exists(Arguments.path(workspace, argument));
  }

  private static void validate(RunOptions options) throws UsageException {
    List<String> complaints = new ArrayList<>();
    RunOptions.ShareOptions share = options.share();
    complain(
        "--key-arn",
        options.given().keyArn(),
        Complaints.aboutKeyArn(options.given().keyArn()),
        complaints);
    complain(
        "--owner",
        options.given().owner(),
        Complaints.aboutAccount(options.given().owner()),
        complaints);
    complain("--to", share.to(), Complaints.aboutTo(share.to()), complaints);
    complain(
        "--scenario", share.scenario(), Complaints.aboutScenario(share.scenario()), complaints);
    if (!share.region().isEmpty()) {
      complain("--region", share.region(), Complaints.aboutRegion(share.region()), complaints);
    }
    Arn arn = Arn.parse(options.given().keyArn());
    if (arn != null
        && !options.given().owner().isEmpty()
        && !arn.account().equals(options.given().owner())) {
      complaints.add("`--key-arn` and `--owner` name different accounts");
    }
    if (!complaints.isEmpty()) {
      throw new UsageException(complaints);
    }
  }

  private static void complain(
      String option, String value, String complaint, List<String> complaints) {
    if (!value.isEmpty() && !complaint.isEmpty()) {
      complaints.add("`" + option + "`: " + complaint);
    }
  }

  private RuleSet selected(RunOptions options, ConfigFinder.Found config) throws UsageException {
    try {
      return rules.select(options.only(), options.grades(), config.config().rules());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static ShareConfig described(RunOptions.ShareOptions share, String keyArn) {
    SourceLocation nowhere = SourceLocation.startOf(new SourceFile("(command line)", ""));
    return new ShareConfig(
        nowhere,
        "",
        share.scenario().isEmpty() ? null : Scenarios.named(share.scenario()),
        share.to(),
        share.rootUser(),
        keyArn,
        share.region(),
        share.files(),
        Map.of());
  }
}
