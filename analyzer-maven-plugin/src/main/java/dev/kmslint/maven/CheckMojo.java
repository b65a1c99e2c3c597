package dev.kmslint.maven;

import dev.kmslint.catalog.Catalog;
import dev.kmslint.config.FailOn;
import dev.kmslint.lint.Report;
import dev.kmslint.lint.RuleSet;
import dev.kmslint.report.Project;
import dev.kmslint.report.ReportOptions;
import dev.kmslint.rules.BuiltInRules;
import dev.kmslint.rules.RulePages;
import dev.kmslint.run.Analysis;
import dev.kmslint.run.Analyzer;
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
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks the AWS KMS key policies and IAM policies of the project, and proves the shares that its
 * {@code .kmslint.yml} declares. Writes what it found to the log and, for other tools, to files.
 *
 * <p>The build fails when there are findings at or above {@code failOn}, and when a share is broken
 * or cannot be decided.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

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
   * in the project's folder; else the nearest one in the folders above it, up to the root of the
   * build. The shares of one that lies above are checked by the project that it lies in, if that
   * project is part of the build and uses this plugin.
   */
  @Parameter(property = "kmslint.configFile")
  @Nullable File configFile;

  /**
   * The lowest severity that fails the build: {@code error}, {@code warning} or {@code note}. With
   * {@code never}, neither findings nor shares fail it. Without it, what the configuration says;
   * else {@code error}.
   */
  @Parameter(property = "kmslint.failOn")
  @Nullable String failOn;

  /** Whether the build fails when there is no policy and no share to check. */
  @Parameter(property = "kmslint.failIfNoPolicies", defaultValue = "false")
  boolean failIfNoPolicies;

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

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  @Nullable File executionRoot;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  File basedir = new File("");

  @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
  File buildDirectory = new File("target");

  @Parameter(defaultValue = "${project.modules}", readonly = true)
  @Nullable List<String> modules;

  @Parameter(defaultValue = "${reactorProjects}", readonly = true)
  @Nullable List<MavenProject> reactorProjects;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("kmslint is skipped");
      return;
    }
    ReportFiles files = new ReportFiles(formats, outputDirectory.toPath());
    Analysis analysis = analyze();
    ReportOptions options =
        ReportOptions.of(Project.current(), analysis.rules(), new RulePages()).withWidth(100);
    Excerpts excerpts = new Excerpts(options);
    new LogReport(getLog(), excerpts).write(analysis);
    try {
      files.write(analysis.report(), options);
    } catch (IOException e) {
      throw new MojoExecutionException("a report cannot be written: " + e, e);
    }
    judge(analysis, new FailureMessage(analysis, excerpts));
  }

  private Analysis analyze() throws MojoExecutionException {
    ProjectFiles files = projectFiles();
    String config = files.configuration(configFile);
    boolean shares = true;
    if (configFile == null) {
      MavenProject owner = files.ownerOf(config, reactorProjects);
      if (owner != null) {
        shares = false;
        Path name = files.root().relativize(Path.of(config));
        getLog().info("the shares of " + name + " are checked in " + owner.getArtifactId());
      }
    }
    RunOptions options =
        new RunOptions(
            files.root(),
            InputStream.nullInputStream(),
            LocalDate.now(ZoneId.systemDefault()).toString(),
            files.arguments(),
            config,
            failOn(),
            List.of(),
            Map.of(),
            "",
            "",
            Map.of(),
            RunOptions.ShareOptions.none(),
            files.selection(includes, excludes),
            shares);
    try {
      return new Analyzer(RuleSet.of(BuiltInRules.all()), Catalog.builtIn()).check(options);
    } catch (UsageException e) {
      throw new MojoExecutionException(String.join("\n", e.complaints()));
    }
  }

  private ProjectFiles projectFiles() {
    File root =
        rootDirectory != null && rootDirectory.isDirectory() ? rootDirectory : executionRoot;
    Path folder = basedir.toPath();
    return new ProjectFiles(
        folder,
        root == null ? folder : root.toPath(),
        paths,
        buildDirectory.toPath(),
        modules == null ? List.of() : modules);
  }

  private @Nullable FailOn failOn() throws MojoExecutionException {
    if (failOn == null || failOn.isEmpty()) {
      return null;
    }
    FailOn known = FailOn.of(failOn);
    if (known == null) {
      throw new MojoExecutionException(
          "`failOn` cannot be `" + failOn + "`; it is one of error, warning, note, never");
    }
    return known;
  }

  private void judge(Analysis analysis, FailureMessage message)
      throws MojoExecutionException, MojoFailureException {
    Report report = analysis.report();
    if (!report.errors().isEmpty()) {
      throw new MojoExecutionException(
          message.ofErrors(), report.errors().get(0).failure() instanceof Exception e ? e : null);
    }
    if (report.policies() == 0 && report.shares().isEmpty() && report.findings().isEmpty()) {
      if (failIfNoPolicies) {
        throw new MojoFailureException("there is no policy and no share to check");
      }
      getLog().info("there is no policy and no share to check");
    }
    if (analysis.status() != 0) {
      throw new MojoFailureException(message.ofFindings());
    }
  }
}
