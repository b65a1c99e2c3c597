package dev.kmslint.run;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.FailOn;
import dev.kmslint.config.ShareConfig;
import dev.kmslint.config.SuppressConfig;
import dev.kmslint.intake.InlineSuppression;
import dev.kmslint.intake.NoPolicies;
import dev.kmslint.lint.Finding;
import dev.kmslint.lint.Findings;
import dev.kmslint.lint.Identity;
import dev.kmslint.lint.LintResult;
import dev.kmslint.lint.Linter;
import dev.kmslint.lint.PolicyContext;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.lint.ShareReport;
import dev.kmslint.lint.StatementPlaces;
import dev.kmslint.lint.SuppressionUse;
import dev.kmslint.pair.Pairing;
import dev.kmslint.policy.Arn;
import dev.kmslint.policy.Policy;
import dev.kmslint.policy.PolicyKind;
import dev.kmslint.share.ShareCheck;
import dev.kmslint.share.ShareInput;
import dev.kmslint.share.ShareResult;
import dev.kmslint.source.SourceFile;
import dev.kmslint.source.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One run: reads, checks shares, runs rules, in this order. */
final class Run {
  private final RunOptions options;
  private final Workspace workspace;
  private final ConfigFinder.Found config;
  private final RuleSet rules;
  private final Linter linter;
  private final Catalog catalog;
  private final @Nullable Progress progress;
  private final @Nullable Baselines baselines;
  private final Errors errors;
  private final Arguments arguments;
  private final Policies policies = new Policies();
  private final Shares shares;
  private final @Nullable ParameterNames parameters;
  private final KeyFacts keyFacts;
  private final Set<String> trustedAccounts;
  private final List<ShareReport> shareReports = new ArrayList<>();
  private final List<ShareInput> checkedShares = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Policies of files that are read in parts. */
  private final List<Policy> shared = new ArrayList<>();

  private @Nullable StatementPlaces statements;

  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> sameNotes = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  Run(
      RunOptions options,
      Workspace workspace,
      ConfigFinder.Found config,
      RuleSet rules,
      Catalog catalog,
      @Nullable Progress progress)
      throws UsageException {
    this.options = options;
    this.workspace = workspace;
    this.config = config;
    this.rules = rules;
    this.linter = new Linter(rules);
    this.catalog = catalog;
    this.progress = progress;
    RunOptions.Baselines files = options.baselines();
    this.baselines = files.isNone() ? null : new Baselines(workspace, files);
    this.errors = new Errors(workspace);
    Loader loader = new Loader(workspace, options.stdin(), options.given(), errors, progress);
    this.arguments = new Arguments(workspace, loader, errors, progress);
    this.parameters = options.given().parameters().isEmpty() ? null : new ParameterNames();
    if (parameters != null) {
      arguments.tell(parameters);
    }
    this.shares = new Shares(arguments, policies, errors);
    this.keyFacts = new KeyFacts(options.given().keyArn(), options.given().owner());
    this.trustedAccounts = new LinkedHashSet<>(config.config().trustedAccounts());
    for (ShareConfig share : config.config().shares()) {
      trust(share.to());
    }
    if (config.file() != null) {
      notes.add("the configuration is `" + workspace.nameOf(config.file()) + "`");
    }
  }

  private void trust(String to) {
    Arn arn = Arn.parse(to);
    trustedAccounts.add(arn == null ? to : arn.account());
  }

  /** Reads files and folders. */
  void read(Collection<String> names) throws UsageException {
    Selection selection = options.selection();
    arguments.read(
        names,
        new Walk.Chosen(
            new PathPatterns(selection.base(), selection.includes()),
            List.of(
                new PathPatterns(config.folder(), config.config().exclude()),
                new PathPatterns(selection.base(), selection.excludes()))));
  }

  /** Notes those paths that do not exist; the others. */
  List<String> existing(Collection<String> paths) throws UsageException {
    List<String> existing = new ArrayList<>();
    for (String name : paths) {
      Path path = name.equals("-") ? null : Arguments.path(workspace, name);
      if (path == null || Files.exists(path)) {
        existing.add(name);
      } else {
        arguments.missing(path);
      }
    }
    return existing;
  }

  /** Reads the files that a share names. */
  ShareParts filesOf(ShareConfig share, Path folder) throws UsageException {
    return shares.read(share, folder);
  }

  /** Gives a share what was read and no option gave it, by what each file shows to be. */
  void sort(ShareConfig share, ShareParts parts) throws UsageException {
    Sorting sorting = new Sorting("share", share.to(), share.keyArn());
    ShareParts sorted = new ShareParts();
    for (Loaded file : arguments.loaded()) {
      if (!parts.files.contains(file.name())) {
        sorted.sort(file, parts, sorting, warnings);
      }
    }
    parts.addAll(sorted);
  }

  /**
   * Checks a share.
   *
   * @param owner the key's account, when an option says it
   */
  void share(ShareConfig share, ShareParts parts, String owner) throws UsageException {
    trust(share.to());
    Map<String, List<String>> facts =
        Facts.merged(Facts.merged(config.config().facts(), share.facts()), options.facts());
    ShareInput input = shares.input(share, parts, owner, facts);
    try {
      ShareResult result = new ShareCheck(catalog).check(input);
      keyFacts.learn(input, result);
      checkedShares.add(input);
      shareReports.add(ShareReport.of(result, rules));
      add(linter.check(result));
      remember(input.keyPolicy());
      for (Policy policy : input.identityPolicies()) {
        remember(policy);
      }
    } catch (RuntimeException | StackOverflowError e) {
      errors.add(
          new Report.InputError(
              input.location().file().path(),
              "internal error while checking share `" + input.name() + "`",
              e));
    }
  }

  private void remember(@Nullable Policy policy) {
    if (policy != null && policy.file().large() != null) {
      shared.add(policy);
    }
  }

  private void add(LintResult result) {
    findings.addAll(result.findings());
    errors.addAll(result.errors());
  }

  /** Runs the rules and puts everything together. */
  Analysis finish() {
    Set<String> read = new TreeSet<>();
    for (Loaded file : arguments.loaded()) {
      read.add(file.name());
      policies.addFound(file);
    }
    if (parameters != null) {
      warnings.addAll(parameters.complaints(options.given().parameters().keySet()));
    }
    noteOtherConfigurations();
    List<Policies.Known> inMemory = policies.inMemory();
    keyFacts.learn(arguments.loaded(), inMemory);
    BothSides sides = new BothSides(arguments.loaded(), inMemory);
    Exports exports = sides.exports();
    Pairer pairer = sides.pairer(catalog, keyFacts, checkedShares);
    int checked = checkAll(inMemory.size(), exports, pairer);
    for (Loaded file : arguments.loaded()) {
      for (NoPolicies each : file.isSliced() ? List.<NoPolicies>of() : file.all(NoPolicies.class)) {
        (checked == 0 ? warnings : notes).add("`" + file.name() + "` is " + each.words());
      }
      if (file.isBroken() || policies.has(file)) {
        LintResult result = linter.check(file.document());
        if (!result.findings().isEmpty()) {
          linter.leaveOutSuperseded(result.findings(), findings);
        }
        add(result);
      }
    }
    if (pairer != null) {
      finish(pairer, exports);
    }
    new Declarations(workspace).name(findings, inMemory);
    List<Finding> all = suppressed(read);
    List<Finding> finished = all.isEmpty() ? List.of() : Findings.finish(all, statements());
    if (baselines != null) {
      finished = baselines.apply(finished, new Identity(statements()));
      baselines.judge(read, rules, !shareReports.isEmpty());
      warnings.addAll(baselines.warnings());
    }
    FailOn failOn = options.failOn() != null ? options.failOn() : config.config().failOn();
    Report report =
        new Report(
            read.size(),
            arguments.passedOver(),
            checked,
            List.copyOf(finished),
            List.copyOf(shareReports),
            errors.sorted());
    return new Analysis(
        report,
        rules,
        failOn == null ? FailOn.ERROR : failOn,
        List.copyOf(notes),
        List.copyOf(warnings),
        baselines == null || options.baselines().written().isEmpty() ? null : baselines.written());
  }

  private void finish(Pairer pairer, @Nullable Exports exports) {
    Pairing pairing = pairer.finish(exports);
    LintResult result = linter.check(pairing);
    Map<SourceFile, List<SourceLocation>> found = new HashMap<>();
    for (Finding finding : result.findings()) {
      SourceLocation place = finding.location();
      if (place.file().large() != null) {
        found.computeIfAbsent(place.file(), any -> new ArrayList<>()).add(place);
      }
    }
    for (Policy policy : found.isEmpty() ? List.<Policy>of() : pairer.offered()) {
      statements().keep(policy, found.getOrDefault(policy.file(), List.of()));
    }
    add(result);
    warnings.addAll(pairing.limits());
  }

  private void noteOtherConfigurations() {
    for (Path file : arguments.configurations()) {
      if (!file.equals(config.file())) {
        String name = workspace.nameOf(file);
        notes.add("`" + name + "` does not count here; `--config " + name + "` makes it count");
      }
    }
  }

  /**
   * Checks each policy, and lets go of it where its file is read in parts; how many there are.
   *
   * @param inMemory how many are in memory
   */
  private int checkAll(int inMemory, @Nullable Exports exports, @Nullable Pairer pairer) {
    int checked = 0;
    for (Policies.Known policy : policies.all()) {
      if (progress != null && !policy.file().isSliced()) {
        progress.step("checking policies", Math.min(checked, inMemory), inMemory);
      }
      checked++;
      if (pairer != null) {
        pairer.offer(policy);
      }
      if (!policy.setting().awsManaged()) {
        int before = findings.size();
        check(policy, exports);
        Slices slices = policy.file().slices();
        if (slices != null) {
          statements().keep(policy.policy(), places(findings.subList(before, findings.size())));
          statements().keep(policy.policy(), slices.faultsBetween());
        }
      }
    }
    return checked;
  }

  /** The statements that findings can be in; made when the first finding asks for it. */
  private StatementPlaces statements() {
    StatementPlaces known = statements;
    if (known == null) {
      known = new StatementPlaces(Policies.policies(policies.inMemory()));
      for (Policy policy : shared) {
        known.keep(policy, places(findings));
      }
      statements = known;
    }
    return known;
  }

  private static List<SourceLocation> places(List<Finding> findings) {
    List<SourceLocation> places = new ArrayList<>();
    for (Finding finding : findings) {
      places.add(finding.location());
    }
    return places;
  }

  private void check(Policies.Known known, @Nullable Exports exports) {
    boolean isKeyPolicy = known.policy().kind() == PolicyKind.KEY;
    KeyFacts.KeyFact key = isKeyPolicy ? keyFacts.of(known) : KeyFacts.UNKNOWN;
    add(
        linter.check(
            new PolicyContext(
                    known.policy(),
                    key.arn(),
                    key.owner(),
                    key.awsManaged(),
                    trustedAccounts,
                    config.config().trustedOrganizations(),
                    catalog,
                    options.today())
                .with(exports == null || !isKeyPolicy ? null : exports.of(key.owner()))));
    StringBuilder note = new StringBuilder("`").append(known.file().name()).append("`: ");
    note.append(known.policy().kind().title()).append(", since ").append(known.why());
    if (isKeyPolicy) {
      note.append(
          key.owner().isEmpty() ? "; its owner is unknown" : "; its owner is " + key.owner());
      note.append(key.why().isEmpty() ? "" : ", since " + key.why());
    }
    notes.add(known.file().isSliced() ? same(note.toString()) : note.toString());
  }

  /** The note that says the same, so that a hundred thousand equal ones are one in memory. */
  private String same(String note) {
    String known = sameNotes.putIfAbsent(note, note);
    return known == null ? note : known;
  }

  private List<Finding> suppressed(Set<String> read) {
    List<SuppressConfig> entries = config.config().suppressions();
    List<InlineSuppression> inline = new ArrayList<>();
    for (Loaded file : arguments.loaded()) {
      if (file.slices() == null || file.slices().isYaml()) {
        inline.addAll(file.all(InlineSuppression.class));
      }
    }
    if (entries.isEmpty() && inline.isEmpty()) {
      return findings;
    }
    Suppressions suppressions = new Suppressions(statements(), options.today());
    for (InlineSuppression each : inline) {
      suppressions.add(each);
    }
    Set<String> absent = new TreeSet<>();
    for (SuppressConfig entry : entries) {
      Path file = config.folder().resolve(entry.file().value()).normalize();
      String name = workspace.nameOf(file);
      suppressions.add(entry, name);
      if (!Files.exists(file)) {
        absent.add(name);
      }
    }
    List<Finding> all = new ArrayList<>(suppressions.apply(findings));
    for (SuppressionUse use : suppressions.uses(rules, read, absent)) {
      LintResult result = linter.check(use);
      all.addAll(result.findings());
      errors.addAll(result.errors());
    }
    return all;
  }
}
