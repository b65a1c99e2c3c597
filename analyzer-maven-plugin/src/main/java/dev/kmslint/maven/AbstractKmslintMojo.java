package dev.kmslint.maven;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.FailOn;
import dev.kmslint.intake.Given;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.rules.BuiltInRules;
import dev.kmslint.rules.RulePages;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
import dev.kmslint.run.CatalogFile;
import dev.kmslint.run.RunOptions;
import dev.kmslint.run.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have: which files they read, and which reports they write. */
abstract class AbstractKmslintMojo extends AbstractMojo {

  /** Whether to do nothing. */
  @Parameter(property = "kmslint.skip", defaultValue = "false")
  boolean skip;

  /**
   * The files and folders to check, relative to the project's folder; {@code *}, {@code ?} and
   * {@code **} stand for parts of names and for folders. A file or folder that is named and does
   * not exist is an error.
   *
   * <p>Without any, the project's folder is checked, without its tests ({@code src/test}, {@code
   * src/it}), its build folder and its modules. Files in a folder that hold no policy are passed
   * over.
   */
  @Parameter(property = "kmslint.paths")
  List<String> paths = List.of();

  /**
   * Patterns of the files of folders to check, relative to the project's folder; one without a
   * slash fits names at any depth. Without any: {@code *.json}, {@code *.yaml}, {@code *.yml} and
   * {@code *.template}.
   */
  @Parameter(property = "kmslint.includes")
  List<String> includes = List.of();

  /**
   * Patterns of files and folders to pass over, in the same form, besides those that the
   * configuration excludes.
   */
  @Parameter(property = "kmslint.excludes")
  List<String> excludes = List.of();

  /**
   * The configuration. Without it, a {@code .kmslint.yml} in one of the {@code paths}; else the one
   * in the project's folder; else the nearest one in the folders above it. The shares of one that
   * lies above are checked by the project that it lies in, if that project is part of the build and
   * uses this plugin.
   */
  @Parameter(property = "kmslint.configFile")
  @Nullable File configFile;

  /**
   * The baseline: a file that lists findings of the past, which are accepted. The goal {@code
   * baseline} writes it. Without it, {@code .kmslint-baseline.json} in the project's folder, if
   * there is one.
   */
  @Parameter(property = "kmslint.baselineFile")
  @Nullable File baselineFile;

  /**
   * A newer table of AWS services, as {@code tools/catalog} of kmslint writes it. Without it, the
   * table that comes with kmslint.
   */
  @Parameter(property = "kmslint.catalog")
  @Nullable File catalog;

  /**
   * The formats of the files to write: {@code text}, {@code compact}, {@code json}, {@code sarif},
   * {@code github}, {@code gitlab}, {@code junit}, {@code checkstyle}, {@code markdown} and {@code
   * html}. Each goes to a file of its own, as {@code kmslint.sarif}, {@code kmslint.junit.xml},
   * {@code kmslint.gitlab.json} or {@code kmslint.md}.
   */
  @Parameter(property = "kmslint.formats", defaultValue = "sarif,json")
  List<String> formats = List.of();

  /** The folder that these files are written to. */
  @Parameter(
      property = "kmslint.outputDirectory",
      defaultValue = "${project.build.directory}/kmslint")
  File outputDirectory = new File("target/kmslint");

  /**
   * The folder that names of files in reports are relative to. Code scanning needs it to be the
   * root of the repository. Without it, the root of the build: the folder that holds {@code .mvn},
   * else the one that Maven was started for.
   */
  @Parameter(
      property = "kmslint.rootDirectory",
      defaultValue = "${maven.multiModuleProjectDirectory}")
  @Nullable File rootDirectory;

  /**
   * Whether all projects of the build are checked at once: by the one that Maven was started for,
   * with one configuration, its own, and one report of each format. Patterns are then relative to
   * the folder that holds all projects.
   */
  @Parameter(property = "kmslint.aggregate", defaultValue = "false")
  boolean aggregate;

  @Parameter(defaultValue = "${project}", readonly = true)
  @Nullable MavenProject project;

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  @Nullable File executionRoot;

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  @Nullable File basedir;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  File buildDirectory = new File("target");

  @Parameter(defaultValue = "${project.modules}", readonly = true)
  @Nullable List<String> modules;

  @Parameter(defaultValue = "${reactorProjects}", readonly = true)
  @Nullable List<MavenProject> reactorProjects;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  @Nullable MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("kmslint is skipped");
      return;
    }
    if (isLeftToAnother()) {
      return;
    }
    ReportFiles files = new ReportFiles(formats, reportFolder());
    Analysis analysis = analyze();
    if (analysis == null) {
      return;
    }
    ReportOptions options =
        ReportOptions.of(Project.current(), analysis.rules(), new RulePages()).withWidth(100);
    Excerpts excerpts = new Excerpts(options);
    new LogReport(getLog(), excerpts).write(analysis);
    try {
      files.write(analysis.report(), options);
    } catch (IOException e) {
      throw new MojoExecutionException("a report cannot be written: " + e, e);
    }
    FailureMessage message = new FailureMessage(analysis, excerpts);
    if (!analysis.report().errors().isEmpty()) {
      Throwable cause = analysis.report().errors().get(0).failure();
      throw new MojoExecutionException(message.ofErrors(), cause instanceof Exception e ? e : null);
    }
    judge(analysis, message);
  }

  /** From which severity on findings fail the build; null for what the configuration says. */
  abstract @Nullable FailOn threshold() throws MojoExecutionException;

  /** Fails the build, if it is to fail. */
  abstract void judge(Analysis analysis, FailureMessage message)
      throws MojoExecutionException, MojoFailureException;

  /** Whether the run makes a baseline of what it finds. */
  boolean isBaselineWritten() {
    return false;
  }

  /** The baseline, which need not be there. */
  final File baseline() {
    return baselineFile == null
        ? folder().resolve(".kmslint-baseline.json").toFile()
        : baselineFile;
  }

  private RunOptions.Baselines baselines() {
    boolean known = isBaselineWritten() || baselineFile != null || baseline().isFile();
    String name = known ? nameOf(baseline()) : "";
    return new RunOptions.Baselines(name, isBaselineWritten() ? name : "");
  }

  /** How reports call a file. */
  final String nameOf(File file) {
    Path path = file.toPath().toAbsolutePath().normalize();
    return path.startsWith(root()) ? root().relativize(path).toString() : path.toString();
  }

  /** Whether another project acts for all projects of the build; says so. */
  private boolean isLeftToAnother() {
    if (!aggregate || reactorProjects == null) {
      return false;
    }
    Aggregate all = new Aggregate(reactorProjects);
    if (!all.leader().equals(project)) {
      getLog().info("all projects are checked at once in " + all.leader().getArtifactId());
      return true;
    }
    if (configFile == null) {
      all.warn(getLog());
    }
    return false;
  }

  /** Runs the analyzer; null when there is nothing to do here. */
  @Nullable Analysis analyze() throws MojoExecutionException {
    ProjectFiles files = projectFiles();
    String config = files.configuration(configFile);
    boolean shares = !areSharesOfAnother(files, config);
    return run(options(files, files.arguments(), config, shares), false);
  }

  /** Whether another project of the build checks the shares of a configuration; says so. */
  final boolean areSharesOfAnother(ProjectFiles files, String config) {
    MavenProject owner =
        configFile == null ? files.ownerOf(config, reactorProjects, isAskedForByName()) : null;
    if (owner != null) {
      Path name = files.root().relativize(Path.of(config));
      getLog().info("the shares of " + name + " are checked in " + owner.getArtifactId());
    }
    return owner != null;
  }

  /** Whether the goal stands on Maven's command line, so that it runs in every project. */
  private boolean isAskedForByName() {
    return execution != null && execution.getSource() == MojoExecution.Source.CLI;
  }

  /** The key to which the key policies belong; empty when nothing is said. */
  String keyArn() {
    return "";
  }

  /** The share that parameters describe. */
  RunOptions.ShareOptions share() {
    return RunOptions.ShareOptions.none();
  }

  /**
   * What the analyzer is asked to do.
   *
   * @param arguments the files and folders to read
   * @param config the configuration's name; empty when the analyzer is to look for it
   * @param declaredShares whether the shares of the configuration are proven
   */
  final RunOptions options(
      ProjectFiles files, List<String> arguments, String config, boolean declaredShares)
      throws MojoExecutionException {
    return new RunOptions(
        files.root(),
        InputStream.nullInputStream(),
        LocalDate.now(ZoneId.systemDefault()).toString(),
        arguments,
        config,
        threshold(),
        List.of(),
        Map.of(),
        new Given(Map.of(), keyArn(), ""),
        Map.of(),
        share(),
        files.selection(includes, excludes),
        declaredShares,
        baselines());
  }

  /** Runs the analyzer, for everything or for a share alone. */
  final Analysis run(RunOptions options, boolean share) throws MojoExecutionException {
    try {
      Analyzer analyzer = new Analyzer(RuleSet.of(new BuiltInRules()), facts());
      return share ? analyzer.share(options) : analyzer.check(options);
    } catch (UsageException e) {
      throw new MojoExecutionException(String.join("\n", e.complaints()));
    }
  }

  private Catalog facts() throws UsageException, MojoExecutionException {
    try {
      return CatalogFile.read(root(), catalog == null ? "" : nameOf(catalog));
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** The files of the project, or of all. */
  final ProjectFiles projectFiles() {
    return aggregate && reactorProjects != null
        ? new Aggregate(reactorProjects).files(root(), paths)
        : ProjectFiles.of(
            folder(),
            root(),
            paths,
            buildDirectory.toPath(),
            modules == null ? List.of() : modules);
  }

  /** The project's folder; that of the command line when Maven runs without a project. */
  final Path folder() {
    File folder = basedir == null ? executionRoot : basedir;
    return (folder == null ? new File("") : folder).toPath().toAbsolutePath().normalize();
  }

  /** Where reports are written. Without a project, Maven leaves its name in the default. */
  private Path reportFolder() {
    boolean unknown = basedir == null && outputDirectory.toString().contains("${project.");
    return unknown ? folder().resolve("target/kmslint") : outputDirectory.toPath();
  }

  /** What names of files in reports are relative to. */
  final Path root() {
    File root =
        rootDirectory != null && rootDirectory.isDirectory() ? rootDirectory : executionRoot;
    return root == null ? folder() : root.toPath().toAbsolutePath().normalize();
  }
}
